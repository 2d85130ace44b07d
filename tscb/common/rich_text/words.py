"""A stored text as plain words, for comparing versions and for searching."""

from collections.abc import Iterator

from tscb.common.rich_text.cleaning import kept_clean
from tscb.common.rich_text.tree import Child, Element, read

MARKS = {"h2": "## ", "h3": "### ", "h4": "#### ", "summary": "▸ "}


def in_words(text: str) -> str:
    """What it says, a line a block, with the marks of the markup that editors know."""
    return "\n".join(_lines(read(kept_clean(text)).elements))


def _lines(blocks: list[Element], indent: str = "") -> Iterator[str]:
    for block in blocks:
        if block.tag in ("ul", "ol"):
            yield from _items(block, indent)
        elif block.tag == "table":
            for row in block.every("tr"):
                yield " | ".join(_said(cell) for cell in row.elements)
        elif block.tag == "details":
            yield from _lines(block.elements)
        elif block.tag == "img":
            yield f"[Picture: {block.attributes['alt']}] ({block.attributes['src']})"
        elif kind := block.attributes.get("data-notice"):
            yield f"[{kind.capitalize()}]"
            yield from _lines(block.elements)
        else:
            yield MARKS.get(block.tag, "") + _said(block)


def _items(block: Element, indent: str) -> Iterator[str]:
    for number, item in enumerate(block.elements, 1):
        own = [one for one in item.children if isinstance(one, str) or one.tag not in ("ul", "ol")]
        sign = "-" if block.tag == "ul" else f"{number}."
        yield f"{indent}{sign} {_said(Element('li', {}, own))}"
        below = [one for one in item.elements if one.tag in ("ul", "ol")]
        yield from _lines(below, indent + "  ")


def _said(child: Child) -> str:
    """With stars around bold words and the address behind a link: a change of either is one."""
    if isinstance(child, str):
        return child
    if child.tag == "br":
        return " "
    inside = "".join(_said(one) for one in child.children)
    if child.tag == "strong":
        return f"**{inside}**"
    if child.tag == "a":
        return f"{inside} ({child.attributes.get('href', '')})"
    return inside
