"""Puts a tree into the one shape that is stored: blocks, one after the other, with words inside.

Unknown wrappers are opened, loose words become paragraphs, what is empty goes, spaces are single.
"""

import re
from collections.abc import Iterable, Iterator

from tscb.common.pasted import visible
from tscb.common.rich_text.allowed import NOTICES, PICTURES
from tscb.common.rich_text.tree import Child, Element

HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
LISTS = {"ul", "ol"}
INLINE = {"b", "i", "em", "u", "s", "span", "font", "strong", "a", "br"}
SPACES = re.compile(r"\s+")


def blocks_of(element: Element) -> list[Element]:
    """What the element holds, as blocks in the shape that is stored."""
    return [block for block in _blocks(element.children) if _says_something(block)]


def _blocks(children: Iterable[Child]) -> Iterator[Element]:
    loose: list[Child] = []
    for child in children:
        if isinstance(child, str) or (child.tag in INLINE and not _holds_blocks(child)):
            loose.append(child)
            continue
        yield from _paragraphs(loose)
        loose = []
        yield from _block(child)
    yield from _paragraphs(loose)


def _holds_blocks(element: Element) -> bool:
    return any(inner.tag not in INLINE for inner in element.every())


def _block(element: Element) -> Iterator[Element]:
    tag = element.tag
    if tag in HEADINGS:
        yield Element(HEADINGS[tag], {}, _line(element.children, bold=False))
    elif tag in LISTS:
        yield Element(tag, {}, list(_items(element)))
    elif tag == "li":  # outside of any list
        yield Element("ul", {}, list(_items(Element("ul", {}, [element]))))
    elif tag == "table":
        yield Element("table", {}, [Element("tbody", {}, list(_rows(element)))])
    elif tag == "details":
        yield _details(element)
    elif tag == "img":
        yield from _picture(element.attributes)
    elif element.attributes.get("data-notice") in NOTICES:
        kind = element.attributes["data-notice"]
        yield Element("div", {"data-notice": kind}, [*_without_headings(blocks_of(element))])
    else:
        yield from _blocks(element.children)


def _picture(attributes: dict[str, str]) -> Iterator[Element]:
    source, words = attributes.get("src", ""), SPACES.sub(" ", attributes.get("alt", ""))
    if source.startswith(PICTURES):
        yield Element("img", {"src": source, "alt": words.strip()})


def _paragraphs(loose: list[Child]) -> Iterator[Element]:
    """Words in a row; two line breaks, as some programs write them, begin a new paragraph."""
    for part in _parted(_line(loose)):
        yield Element("p", {}, part)


def _parted(line: list[Child]) -> Iterator[list[Child]]:
    part: list[Child] = []
    for place, child in enumerate(line):
        beside = [*line[max(place - 1, 0) : place], *line[place + 1 : place + 2]]
        if _is_break(child) and any(_is_break(one) for one in beside):
            yield _trimmed(part)
            part = []
        else:
            part.append(child)
    yield _trimmed(part)


def _is_break(child: Child) -> bool:
    return isinstance(child, Element) and child.tag == "br"


def _items(element: Element) -> Iterator[Element]:
    """Each item, its words first and lists below; a list beside the items joins the last one."""
    items: list[Element] = []
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                items.append(Element("li", {}, _line([child])))
        elif child.tag in LISTS and items:
            items[-1].children.extend(_block(child))
        else:
            items.append(_item(child))
    return (item for item in items if _says_something(item))


def _item(element: Element) -> Element:
    words: list[Child] = []
    below: list[Child] = []
    for block in blocks_of(Element("", {}, [*element.children])):
        if block.tag in LISTS:
            below.append(block)
            continue
        if block.tag in ("p", *HEADINGS.values()):
            words += [Element("br"), *block.children] if words else block.children
        else:
            words += [Element("br"), block.text.strip()] if words else [block.text.strip()]
    return Element("li", {}, [*words, *below])


def _details(element: Element) -> Element:
    summary = next((one for one in element.elements if one.tag == "summary"), Element("summary"))
    rest = [child for child in element.children if child is not summary]
    inside = blocks_of(Element("", {}, rest))
    flat = [block for one in inside for block in (_opened(one) if one.tag == "details" else [one])]
    named = _trimmed([SPACES.sub(" ", visible(summary.text))])
    return Element("details", {}, [Element("summary", {}, named), *flat])


def _opened(details: Element) -> list[Element]:
    """One within another: its title as a paragraph of bold words."""
    summary, *rest = details.elements
    return [Element("p", {}, [Element("strong", {}, summary.children)]), *rest]


def _without_headings(blocks: list[Element]) -> Iterator[Element]:
    """A notice holds paragraphs and lists."""
    for block in blocks:
        if block.tag in HEADINGS.values():
            yield Element("p", {}, [Element("strong", {}, block.children)])
        elif block.tag in ("p", *LISTS):
            yield block
        elif block.text.strip():
            yield Element("p", {}, [SPACES.sub(" ", block.text).strip()])


def _rows(table: Element) -> Iterator[Element]:
    """The first row names the columns where the table does not say so itself."""
    rows = [_cells(row) for row in table.every("tr") if row.text.strip() and _cells(row)]
    if rows and any(cell.tag == "td" for cell in rows[0]):
        rows[0] = [Element("th", {}, cell.children) for cell in rows[0]]
    widest = max((len(row) for row in rows), default=0)
    for row in rows:
        missing = [Element(row[-1].tag) for _ in range(widest - len(row))]
        yield Element("tr", {}, [_cell(cell) for cell in [*row, *missing]])


def _cells(row: Element) -> list[Element]:
    return [one for one in row.elements if one.tag in ("td", "th")]


def _cell(cell: Element) -> Element:
    bold = cell.tag == "td"
    parts = [_line(block.children, bold) for block in blocks_of(Element("", {}, cell.children))]
    words: list[Child] = []
    for part in parts:
        words += [Element("br"), *part] if words else part
    return Element(cell.tag, {}, words)


def _line(children: Iterable[Child], bold: bool = True) -> list[Child]:
    """Words, bold, links and line breaks; in a heading nothing is bold, it is so already."""
    return _trimmed(_joined(_inline(children, bold)))


def _inline(children: Iterable[Child], bold: bool) -> Iterator[Child]:
    for child in children:
        if isinstance(child, str):
            yield SPACES.sub(" ", visible(child))
        elif child.tag == "br":
            yield Element("br")
        elif child.tag in ("b", "strong") and bold:
            inside = _joined(_inline(child.children, bold=False))
            yield from _shaped("strong", {}, inside)
        elif child.tag == "a" and child.attributes.get("href"):
            inside = _joined(_inline(_without_links(child), bold))
            yield from _shaped("a", {"href": child.attributes["href"].strip()}, inside)
        else:
            yield from _inline(child.children, bold)


def _without_links(link: Element) -> list[Child]:
    return [
        Element("span", {}, one.children) if isinstance(one, Element) and one.tag == "a" else one
        for one in link.children
    ]


def _shaped(tag: str, attributes: dict[str, str], inside: list[Child]) -> Iterator[Child]:
    """The element around its words, with the spaces at its ends outside of it."""
    first = inside[0] if inside else ""
    last = inside[-1] if inside else ""
    if isinstance(first, str) and first.startswith(" "):
        yield " "
    trimmed = _trimmed(inside)
    if trimmed:
        yield Element(tag, attributes, trimmed)
    if trimmed and isinstance(last, str) and last.endswith(" "):
        yield " "


def _joined(children: Iterable[Child]) -> list[Child]:
    """Texts side by side as one, with single spaces; bold beside bold as one."""
    made: list[Child] = []
    for child in children:
        last = made[-1] if made else None
        if isinstance(child, str) and isinstance(last, str):
            made[-1] = SPACES.sub(" ", last + child)
        elif isinstance(child, Element) and isinstance(last, Element) and _alike(child, last):
            last.children = _joined([*last.children, *child.children])
        elif child != "":
            made.append(child)
    return made


def _alike(one: Element, other: Element) -> bool:
    return one.tag == other.tag != "br" and one.attributes == other.attributes


def _trimmed(children: list[Child]) -> list[Child]:
    """Without spaces and line breaks at both ends."""
    made = list(children)
    while made and (_is_break(made[0]) or made[0] == " " or made[0] == ""):
        made.pop(0)
    while made and (_is_break(made[-1]) or made[-1] == " " or made[-1] == ""):
        made.pop()
    if made and isinstance(made[0], str):
        made[0] = made[0].lstrip()
    if made and isinstance(made[-1], str):
        made[-1] = made[-1].rstrip()
    return made


def _says_something(block: Element) -> bool:
    return bool(block.text.strip()) or any(one.tag == "img" for one in [block, *block.every()])
