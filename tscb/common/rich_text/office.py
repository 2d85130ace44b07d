"""Understands what Word, Outlook, Google Docs and LibreOffice paste: lists that are paragraphs with
a sign in front, headings that are bold paragraphs, bold that is a style.

Works on the tree before its styles and classes go; what was written in our own editor has none and
is left alone.
"""

import re
from itertools import zip_longest

from tscb.common.rich_text.tree import Child, Element

MADE_ELSEWHERE = re.compile(
    r"""class=["']?(?:Mso|x_Mso|western)|mso-|docs-internal-guid|<o:p|<font\b|urn:schemas-microsoft"""
    r"""|style=["'][^"']*(?:font-|margin|text-)""",
    re.IGNORECASE,
)
LIST_OF_WORD = re.compile(r"mso-list:\s*l\d+ level(\d+)", re.IGNORECASE)
SIGN_OF_WORD = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
BOLD = re.compile(r"(?<![\w-])font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
NOT_BOLD = re.compile(r"(?<![\w-])font-weight:\s*(?:normal|[1-4]00)", re.IGNORECASE)
HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all", re.IGNORECASE)
HEADING_CLASS = re.compile(r"\b(?:Mso)?(Title|Subtitle|Heading([1-6]))\b")
BULLET = re.compile(r"^\s*[•·∙●○◦▪▫■□‣⁃►▶➢➤❖\uf0a7\uf0b7\uf0d8\uf0fc]\s*|^\s*[-–*o§]\s{2,}")
NUMBER = re.compile(r"^\s*\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s*", re.IGNORECASE)
LONGEST_HEADING = 80


def is_made_elsewhere(html: str) -> bool:
    return bool(MADE_ELSEWHERE.search(html))


def understood(root: Element) -> None:
    """Changes the tree so that it says with elements what it said with styles and signs."""
    _without_hidden(root)
    _bold_as_element(root)
    _headings(root)
    _lists(root)


def _style(element: Element) -> str:
    return element.attributes.get("style", "")


def _without_hidden(element: Element) -> None:
    element.children = [
        child
        for child in element.children
        if isinstance(child, str) or not HIDDEN.search(_style(child))
    ]
    for child in element.elements:
        _without_hidden(child)


def _bold_as_element(element: Element) -> None:
    for child in element.elements:
        _bold_as_element(child)
        if child.tag in ("b", "strong") and NOT_BOLD.search(_style(child)):
            child.tag = "span"  # Google Docs puts all that it pastes into such a one
        elif child.tag == "span" and BOLD.search(_style(child)):
            child.tag = "strong"


def _headings(element: Element) -> None:
    blocks = element.elements
    for child, after in zip_longest(blocks, blocks[1:]):
        _headings(child)
        if child.tag != "p":
            continue
        named = HEADING_CLASS.search(child.attributes.get("class", ""))
        if named:
            child.tag = f"h{named[2] or 2}"
        elif after is not None and _looks_like_heading(child) and not _is_all_bold(after):
            child.tag = "h2"


def _looks_like_heading(paragraph: Element) -> bool:
    words = paragraph.text.strip()
    is_short = 0 < len(words) <= LONGEST_HEADING and words[-1] not in ".:;,!?"
    return is_short and not _list_level(paragraph) and _is_all_bold(paragraph)


def _is_all_bold(element: Element) -> bool:
    """Every word of it; an empty line between paragraphs counts as nothing."""
    return bool(element.text.strip()) and not _plain_words(element).strip()


def _plain_words(element: Element) -> str:
    return "".join(
        one if isinstance(one, str) else _plain_words(one)
        for one in element.children
        if isinstance(one, str) or one.tag not in ("b", "strong")
    )


def _list_level(paragraph: Element) -> int:
    found = LIST_OF_WORD.search(_style(paragraph))
    return int(found[1]) if found else 0


def _lists(element: Element) -> None:
    """Paragraphs in a row that are items in truth become a list, one in another by their level."""
    made: list[Child] = []
    open_lists: list[Element] = []
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                open_lists = []
            made.append(child)
            continue
        item = _as_item(child)
        if item is None:
            _lists(child)
            open_lists = []
            made.append(child)
            continue
        level, tag = item
        open_lists = open_lists[:level]
        if len(open_lists) < level:
            open_lists = _opened(open_lists, tag, made)
        open_lists[-1].children.append(Element("li", {}, child.children))
    element.children = made


def _opened(open_lists: list[Element], tag: str, made: list[Child]) -> list[Element]:
    """One list more: below the last item where there is one."""
    new = Element(tag)
    if open_lists and open_lists[-1].elements:
        open_lists[-1].elements[-1].children.append(new)
    else:
        made.append(new)
    return [*open_lists, new]


def _as_item(block: Element) -> tuple[int, str] | None:
    """Its level and kind of list, with the sign in front taken away; None for what is no item."""
    if block.tag != "p":
        return None
    level = _list_level(block)
    sign = _sign_taken_out(block)
    if level:
        return level, "ol" if NUMBER.match(sign) else "ul"
    found = BULLET.match(block.text)
    if found:
        _cut(block, len(found[0]))
        return 1, "ul"
    return None


def _sign_taken_out(element: Element) -> str:
    """The sign that Word says is to be ignored."""
    for child in element.elements:
        if SIGN_OF_WORD.search(_style(child)):
            element.children.remove(child)
            return child.text
        if sign := _sign_taken_out(child):
            return sign
    return ""


def _cut(element: Element, count: int) -> int:
    """Takes so many characters from the beginning; gives how many are still to go."""
    for place, child in enumerate(element.children):
        if not count:
            break
        if isinstance(child, str):
            element.children[place] = child[count:]
            count -= min(count, len(child))
        else:
            count = _cut(child, count)
    return count
