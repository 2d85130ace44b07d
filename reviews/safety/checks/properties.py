"""What the file says about its making: author, company, programs, and their private notes."""

from collections.abc import Iterator

import pikepdf

from reviews.safety.document import Document, text_of
from reviews.safety.findings import Finding, Kind, Severity, joined

# The title is read as text (other_text.py); dates and the program that wrote the file name nobody.
UNTOLD = {"/Title", "/Producer", "/CreationDate", "/ModDate", "/Trapped"}
UNTOLD_XMP = {
    "title", "Producer", "CreateDate", "ModifyDate", "MetadataDate", "format", "language",
    "part", "rev", "conformance", "PDFVersion", "DocumentID", "InstanceID", "RenditionClass",
    "VersionID", "Trapped",
}  # fmt: skip
PRIVATE = {"/PieceInfo": "a program’s own copy", "/Thumb": "small pictures of pages"}


def properties(document: Document) -> Iterator[Finding]:
    told = [*_info(document.pdf), *_xmp(document.pdf)]
    if told:
        yield Finding(
            Kind.PROPERTIES,
            Severity.NOTE,
            None,
            "The document properties say who or what made the file.",
            joined(told),
            cleaned=True,
        )


def _info(pdf: pikepdf.Pdf) -> Iterator[str]:
    info = pdf.trailer.get("/Info")
    if isinstance(info, pikepdf.Dictionary):
        for key, value in info.items():
            if key not in UNTOLD and text_of(value):
                yield f"{key[1:]}: {text_of(value)}"


def _xmp(pdf: pikepdf.Pdf) -> Iterator[str]:
    stream = pdf.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        described = dict(metadata)
    if not described and stream.read_bytes().strip():
        yield "XMP: cannot be read"
    for key, value in described.items():
        name = key.rpartition("}")[2]
        if name not in UNTOLD_XMP and value:
            yield f"{name}: {value if isinstance(value, str) else ', '.join(map(str, value))}"


def private_data(document: Document) -> Iterator[Finding]:
    found = {
        name for thing in document.dictionaries for key, name in PRIVATE.items() if key in thing
    }
    root = document.pdf.Root.objgen
    if any("/Metadata" in thing and thing.objgen != root for thing in document.dictionaries):
        found.add("properties of single pictures")
    if found:
        yield Finding(
            Kind.PRIVATE_DATA,
            Severity.NOTE,
            None,
            "The programs that made the file left private data in it.",
            joined(sorted(found)),
            cleaned=True,
        )
