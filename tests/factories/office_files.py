"""Word documents made by hand: a good one, and each kind of bad one."""

import io
import struct
import zipfile

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def contents(main: str = MAIN) -> str:
    return (
        f'<?xml version="1.0"?><Types xmlns="{TYPES}"><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{main}"/></Types>'
    )


def document(inside: str = "<w:p><w:r><w:t>What we know</w:t></w:r></w:p>") -> str:
    return f'<w:document xmlns:w="{WORDS}"><w:body>{inside}</w:body></w:document>'


def relation(kind: str, target: str, mode: str = "External") -> str:
    return (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/{kind}" '
        f'Target="{target}" TargetMode="{mode}"/></Relationships>'
    )


def packed(parts: dict[str, str | bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return output.getvalue()


def docx(main: str = MAIN, **parts: str | bytes) -> bytes:
    """A small Word document; `parts` by their path, with `__` for a slash and `_` for a dot."""
    given = {name.replace("__", "/").replace("_", "."): text for name, text in parts.items()}
    good = {"[Content_Types].xml": contents(main), "word/document.xml": document()}
    return packed({**good, **given})


def with_relation(kind: str, target: str, mode: str = "External") -> bytes:
    return docx(**{"word___rels__document_xml_rels": relation(kind, target, mode)})


def with_field(*pieces: str) -> bytes:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    mark = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    return docx(word__document_xml=document(f"<w:p>{mark}{runs}{mark}</w:p>"))


def encrypted() -> bytes:
    """Every entry says that it is encrypted."""
    content = bytearray(docx())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := content.find(sign, at + 1)) >= 0:
            content[at + place] |= 1
    return bytes(content)


def overlapping() -> bytes:
    """Two entries of the same bytes: how a small archive unpacks to anything."""
    content = bytearray(docx(word__a_xml=document(), word__b_xml=document()))
    last = content.rfind(b"PK\x01\x02")
    before = content.rfind(b"PK\x01\x02", 0, last)
    content[last + 42 : last + 46] = content[before + 42 : before + 46]
    return bytes(content)


def claims(size: int) -> bytes:
    """Says that a part unpacks to so many bytes."""
    content = bytearray(docx(word__a_xml=document()))
    last = content.rfind(b"PK\x01\x02")
    content[last + 24 : last + 28] = struct.pack("<I", size)
    return bytes(content)


def damaged() -> bytes:
    content = bytearray(docx(word__a_xml=document("<w:p/>" * 200)))
    at = content.find(b"word/a.xml") + 20
    content[at] ^= 0xFF
    return bytes(content)
