"""HTML as a small tree: read from what nh3 has put in order, written back with all escaped."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Union

VOID = {"br", "hr", "img"}
Child = Union["Element", str]


@dataclass
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)

    @property
    def elements(self) -> list["Element"]:
        return [child for child in self.children if isinstance(child, Element)]

    @property
    def text(self) -> str:
        """All words inside; a line break counts as a space."""
        if self.tag == "br":
            return " "
        return "".join(one if isinstance(one, str) else one.text for one in self.children)

    def every(self, *tags: str) -> Iterator["Element"]:
        """Each element inside, at any depth, in reading order; where named, of these tags."""
        for child in self.elements:
            if not tags or child.tag in tags:
                yield child
            yield from child.every(*tags)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) > 1 and self.open[-1].tag == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(html: str) -> Element:
    """The tree of balanced HTML, such as nh3 gives."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def written(child: Child) -> str:
    """One element, or a text, as HTML."""
    if isinstance(child, str):
        return escape(child, quote=False)
    inside = "".join(written(one) for one in child.children)
    if not child.tag:
        return inside
    named = "".join(f' {name}="{escape(value)}"' for name, value in child.attributes.items())
    if child.tag in VOID:
        return f"<{child.tag}{named}>"
    return f"<{child.tag}{named}>{inside}</{child.tag}>"
