"""Reads the XML of a package piece by piece: elements by name, and the fields of a document.

No document type is allowed (a package never has one), so nothing can be defined to expand.
"""

from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

PIECE = 65_536
DEEPEST = 2_000
MOST_INSTRUCTIONS = 1_000_000
FIELD = "instrText"
BOUNDARIES = ("fldChar", "fldSimple")


class BrokenXmlError(Exception):
    """Not well formed, or with a document type."""


def elements(content: IO[bytes], *names: str) -> Iterator[dict[str, str]]:
    """The attributes of each element of these names, whatever its namespace."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if _local(name) in names:
            found.append(attributes)

    parser = _parser()
    parser.StartElementHandler = start
    for _ in _fed(parser, content):
        yield from found
        found.clear()


def instructions(content: IO[bytes]) -> str:
    """What the fields of a document say, such as a page number or a link to another program: a
    line a field, however many pieces it is written in."""
    said: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        inside.append(_local(name))
        if len(inside) > DEEPEST:
            raise BrokenXmlError
        if inside[-1] in BOUNDARIES:
            said.append("\n")
        said.extend(value for key, value in attributes.items() if _local(key) == "instr")

    def text(words: str) -> None:
        if inside and inside[-1] == FIELD and len(said) < MOST_INSTRUCTIONS:
            said.append(words)

    parser = _parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: inside.pop()
    parser.CharacterDataHandler = text
    for _ in _fed(parser, content):
        pass
    return "".join(said)


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refused
    return parser


def _refused(*_: object) -> None:
    raise BrokenXmlError


def _fed(parser: expat.XMLParserType, content: IO[bytes]) -> Iterator[None]:
    try:
        while piece := content.read(PIECE):
            parser.Parse(piece, False)
            yield
        parser.Parse(b"", True)
        yield
    except expat.ExpatError:
        raise BrokenXmlError from None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
