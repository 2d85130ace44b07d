"""Templates hold words and structure: nothing that the content policy would refuse to run."""

import re
from pathlib import Path

from tests.quality.source import ROOT, files

FOLDER = ROOT / "templates"
COMMENT = re.compile(r"{#.*?#}|{% comment %}.*?{% endcomment %}|<!--.*?-->", re.DOTALL)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
INLINE = re.compile(
    r"<[a-z][^>]*\s(?:on[a-z]+|style)\s*=|<style\b"
    r"|<script\b(?![^>]*(?:\ssrc=|type=\"application/json\"))",
    re.IGNORECASE,
)
FETCHED = re.compile(r"""\s(?:src|srcset|action)\s*=\s*["']\s*(?:https?:)?//""", re.IGNORECASE)
SAFE = re.compile(r"\|\s*safe\b|autoescape\s+off|safeseq")
# A mail program fetches no style sheet: the few rules of a letter stand in its head.
LETTERS = "emails/bulletin/base.html"
# crispy-forms hands these the finished HTML of the fields inside as plain text.
FINISHED_HTML = {"govuk/layout/buttonholder.html", "govuk/layout/fieldset.html"}


def pages() -> dict[str, str]:
    """Every template's markup, with comments gone and every tag of Django's as one letter."""
    return {name(path): TAG.sub("x", COMMENT.sub("", path.read_text())) for path in templates()}


def templates() -> list[Path]:
    return [path for path in files(".html") if FOLDER in path.parents]


def name(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def test_no_script_style_or_event_stands_in_a_page() -> None:
    assert {name: found[0] for name, html in pages().items() if (found := INLINE.search(html))} == {
        LETTERS: "<style"
    }


def test_nothing_is_fetched_from_or_sent_elsewhere() -> None:
    assert {
        name: found[0] for name, html in pages().items() if (found := FETCHED.search(html))
    } == {}


def test_nothing_is_called_safe_by_hand() -> None:
    by_hand = {name(path) for path in templates() if SAFE.search(path.read_text())}
    assert by_hand == FINISHED_HTML


def test_each_kind_of_inline_code_would_be_found() -> None:
    assert INLINE.search('<p class="a" onclick="go()">')
    assert INLINE.search('<p\n style="color: red">')
    assert INLINE.search("<style>p {}</style>")
    assert INLINE.search("<script>go()</script>")
    assert not INLINE.search('<script type="module" src="/static/js/start.js"></script>')
    assert not INLINE.search("<p>on = style = nothing</p>")
    assert FETCHED.search('<img src="//elsewhere.example/pixel.gif">')


def test_form_is_not_cut_off_from_its_token() -> None:
    """A part with a form of its own that is included with `only` would be refused by the server."""
    forms = [name(path) for path in templates() if "{% csrf_token %}" in path.read_text()]
    cut_off = re.compile(rf'include "(?:{"|".join(map(re.escape, forms))})"[^%]* only %}}')
    assert [name(path) for path in templates() if cut_off.search(path.read_text())] == []
