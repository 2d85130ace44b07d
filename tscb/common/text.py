"""Turning what editors write into HTML.

`render` takes the small markup of the import format (paragraphs, `-` lists, bold, links); all else
stands as it was typed. `render_page` takes what an explanation page may hold besides: headings
and numbered lists. HTML is never let through.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore, linkify
from markdown_it.token import Token

CLASSES = {
    "paragraph_open": "govuk-body",
    "bullet_list_open": "govuk-list govuk-list--bullet",
    "ordered_list_open": "govuk-list govuk-list--number",
    "link_open": "govuk-link",
}
HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
SIZES = {"h2": "govuk-heading-m", "h3": "govuk-heading-s", "h4": "govuk-heading-s"}
# Marks at the beginning of a line, or of an item in a list.
NUMBERED = re.compile(r"^([\s-]*\d+)([.)])(?=\s|$)", re.MULTILINE)
OTHER_BULLET = re.compile(r"^([\s-]*)([+*])(?=\s|$)", re.MULTILINE)


class _Renderer(RendererHTML):
    """Adds the design system's classes."""

    def renderToken(self, tokens: Sequence[Token], idx: int, options, env) -> str:  # noqa: N802 - the library's name
        token = tokens[idx]
        if token.type in CLASSES:
            token.attrSet("class", CLASSES[token.type])
        if token.type in ("heading_open", "heading_close"):
            token.tag = HEADINGS[token.tag]
        if token.type == "heading_open":
            token.attrSet("class", SIZES[token.tag])
        return super().renderToken(tokens, idx, options, env)


def _only_bold(state: StateCore) -> None:
    """Two stars make words bold; a single star, and any underscore, stands as it was typed."""
    for block in state.tokens:
        for token in block.children or []:
            if token.type.startswith(("em_", "strong_")) and token.markup != "**":
                token.type, token.tag, token.nesting = "text", "", 0
                token.content = token.markup


def _link_addresses(state: StateCore) -> None:
    """Looks for addresses where there can be one: to look for them takes nine tenths of the time of
    a long text that has none."""
    if "//" in state.src or "@" in state.src:
        linkify(state)


def _parser(preset: str, **options: bool) -> MarkdownIt:
    """Links only what says that it is one: “home.It” is a missing space, not an address."""
    md = MarkdownIt(preset, {"linkify": True, **options}, renderer_cls=_Renderer)
    assert md.linkify is not None  # noqa: S101 - installed with markdown-it-py[linkify]
    md.linkify.set({"fuzzy_link": False})
    md.core.ruler.at("linkify", _link_addresses)
    md.core.ruler.push("only_bold", _only_bold)
    return md


@lru_cache
def _small() -> MarkdownIt:
    rules = ["list", "emphasis", "link", "linkify", "escape", "newline"]
    return _parser("zero", breaks=True).enable(rules)


@lru_cache
def _page() -> MarkdownIt:
    not_here = ["html_block", "html_inline", "image", "code", "fence", "backticks"]
    return _parser("commonmark").enable("linkify").disable(not_here)


def _only_small(text: str) -> str:
    """The text with the list marks escaped that the small markup does not have."""
    return OTHER_BULLET.sub(r"\1\\\2", NUMBERED.sub(r"\1\\\2", text))


def tokens(text: str) -> list[Token]:
    """The parts of a text in the small markup, for what is not HTML."""
    return _small().parse(_only_small(text))


def render(text: str) -> SafeString:
    """The HTML of a text in the small markup."""
    return mark_safe(_small().render(_only_small(text)))  # noqa: S308 - markdown-it escapes all HTML


def render_page(text: str) -> SafeString:
    """The HTML of an explanation page; its headings start at h2, below the page's own."""
    return mark_safe(_page().render(text))  # noqa: S308 - markdown-it escapes all HTML
