"""A stored text as the public sees it: the design system's classes, headings that can be linked.

Sanitised once more: somebody with a database tool may have written past the form.
"""

from collections.abc import Iterator
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from tscb.common.rich_text.cleaning import cleaned
from tscb.common.rich_text.tree import Child, Element, read, written

CLASSES = {
    "p": "govuk-body",
    "h2": "govuk-heading-m",
    "h3": "govuk-heading-s",
    "h4": "govuk-heading-s",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "a": "govuk-link",
    "table": "govuk-table",
    "tbody": "govuk-table__body",
    "tr": "govuk-table__row",
    "th": "govuk-table__header",
    "td": "govuk-table__cell",
    "details": "govuk-details",
    "summary": "govuk-details__summary",
    "img": "board-picture",
}
HEADINGS = ("h2", "h3", "h4")


@lru_cache(maxsize=256)
def drawn(text: str) -> SafeString:
    """The HTML of a text; the text itself is the key, so that a page is worked out once."""
    root = read(cleaned(text))
    for heading, fragment in fragments(root):
        heading.attributes["id"] = fragment
    html = "".join(written(_dressed(child)) for child in root.children)
    return mark_safe(html)  # noqa: S308 - nh3 let our own elements through alone, words are escaped


def fragments(root: Element) -> Iterator[tuple[Element, str]]:
    """Each heading with what a link to it ends in: its words, numbered where they come twice."""
    taken: set[str] = set()
    for heading in root.every(*HEADINGS):
        words = slugify(heading.text) or "part"
        number, name = 1, words
        while name in taken:
            number += 1
            name = f"{words}-{number}"
        taken.add(name)
        yield heading, name


def _dressed(child: Child) -> Child:
    if isinstance(child, str):
        return child
    inside = [_dressed(one) for one in child.children]
    kind = child.attributes.get("data-notice")
    if kind == "warning":
        return _warning(inside)
    if kind:
        return _of("div", "govuk-inset-text", inside)
    made = Element(child.tag, _attributes(child), inside)
    shape = SHAPES.get(child.tag)
    return shape(made) if shape else made


def _attributes(element: Element) -> dict[str, str]:
    named = {"class": CLASSES[element.tag]} if element.tag in CLASSES else {}
    if element.tag == "th":
        named["scope"] = "col"
    if element.tag == "img":
        named["loading"] = "lazy"
    return named | element.attributes


def _of(tag: str, name: str, inside: list[Child]) -> Element:
    return Element(tag, {"class": name}, inside)


def _warning(inside: list[Child]) -> Element:
    sign = Element("span", {"class": "govuk-warning-text__icon", "aria-hidden": "true"}, ["!"])
    spoken = _of("span", "govuk-visually-hidden", ["Warning"])
    words = _of("div", "govuk-warning-text__text board-strong", [spoken, *inside])
    return _of("div", "govuk-warning-text", [sign, words])


def _details(made: Element) -> Element:
    summary, *rest = made.elements
    summary.children = [_of("span", "govuk-details__summary-text", summary.children)]
    made.children = [summary, _of("div", "govuk-details__text", [*rest])]
    return made


def _table(made: Element) -> Element:
    """In a frame of its own that can be moved sideways on a telephone, with the keyboard too."""
    named = {"class": "board-wide", "tabindex": "0", "role": "region", "aria-label": "Table"}
    return Element("div", named, [made])


def _first_column(made: Element) -> Element:
    """In a row of values a heading names the row."""
    cells = made.elements
    if any(cell.tag == "td" for cell in cells):
        for cell in cells:
            if cell.tag == "th":
                cell.attributes["scope"] = "row"
    return made


SHAPES = {"details": _details, "table": _table, "tr": _first_column}
