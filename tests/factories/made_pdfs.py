"""Reading back what the site typeset: its text, and the tree that a screen reader follows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as raw

SOFT = re.compile("[\u200b\ufffe\u00ad]")


def text_of(content: bytes) -> str:
    """The words in reading order; a line's end is a space, a soft break nothing."""
    document = pypdfium2.PdfDocument(content)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return re.sub(r"\s+", " ", SOFT.sub("", text))


def pages_in(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as pdf:
        return len(pdf.pages)


@dataclass
class Element:
    """A node of the structure tree: its standard role, its alternative text, its own words."""

    role: str
    alt: str = ""
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words)).strip()


def elements_of(content: bytes) -> list[Element]:
    """All nodes, in the order in which they are read out; words count for every node above them."""
    words = dict(_marked_words(content))
    with pikepdf.open(BytesIO(content)) as pdf:
        root = pdf.Root.StructTreeRoot
        roles = {str(k): str(v) for k, v in dict(root.get("/RoleMap", {})).items()}
        pages: Any = {page.objgen: number for number, page in enumerate(pdf.pages)}
        return list(_walk(root, _Tree(roles, pages, words), None))


def headings_of(content: bytes) -> list[str]:
    return [one.text for one in elements_of(content) if re.fullmatch("/H[1-6]?", one.role)]


@dataclass
class _Tree:
    roles: dict[str, str]
    pages: dict[tuple[int, int], int]
    words: dict[tuple[int, int], str]


def _walk(node: Any, tree: _Tree, page: int | None) -> Iterator[Element]:
    kids = node.get("/K", [])
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _element(kid, tree, _page(kid, tree, page))


def _element(node: Any, tree: _Tree, page: int | None) -> Iterator[Element]:
    role = str(node.S)
    own = Element(tree.roles.get(role, role), str(node.get("/Alt", "")))
    below = list(_walk(node, tree, page))
    own.words = list(_words(node, tree, page))
    yield own
    yield from below


def _words(node: Any, tree: _Tree, page: int | None) -> Iterator[str]:
    kids = node.get("/K", [])
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _words(kid, tree, _page(kid, tree, page))
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            yield tree.words.get((_page(kid, tree, page) or 0, int(kid.MCID)), "")
        elif not isinstance(kid, pikepdf.Dictionary):
            yield tree.words.get((page or 0, int(kid)), "")


def _page(node: Any, tree: _Tree, page: int | None) -> int | None:
    return tree.pages[node.Pg.objgen] if "/Pg" in node else page


def _marked_words(content: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """The words of each marked piece of each page."""
    found: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document):
        textpage = page.get_textpage()
        for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
            key = (number, raw.FPDFPageObj_GetMarkedContentID(item.raw))
            found[key] = found.get(key, "") + SOFT.sub("", _shown(item, textpage))
    document.close()
    yield from found.items()


def _shown(item: Any, textpage: Any) -> str:
    length = raw.FPDFTextObj_GetText(item.raw, textpage.raw, None, 0)
    buffer = (raw.FPDF_WCHAR * length)()
    raw.FPDFTextObj_GetText(item.raw, textpage.raw, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
