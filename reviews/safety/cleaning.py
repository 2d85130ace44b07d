"""Makes the public copy of a document: what readers need is kept, all else is left behind.

Kept: pages, tags, language, bookmarks, page labels, links within the document and to the web.
"""

import io
from collections.abc import Callable

import pikepdf

from reviews.safety.checks.actions import is_unsafe
from reviews.safety.checks.annotations import annotations_of, is_redaction
from reviews.safety.checks.layers import names_of_hidden_layers
from reviews.safety.checks.pictures import is_jpeg
from reviews.safety.document import dictionaries, open_pdf
from reviews.safety.jpeg import without_private_parts

KEPT_IN_ROOT = {
    "/Type", "/Pages", "/PageLabels", "/Names", "/Dests", "/Outlines", "/StructTreeRoot",
    "/MarkInfo", "/Lang", "/ViewerPreferences", "/PageLayout", "/OutputIntents", "/OCProperties",
}  # fmt: skip
LEFT_OUT_EVERYWHERE = (
    "/AA", "/PieceInfo", "/LastModified", "/Metadata", "/Thumb", "/AF", "/JS", "/Alternates",
    "/OPI", "/EF", "/RichMediaContent",
)  # fmt: skip
LANGUAGE = "en-GB"


class RedactionsLeftError(Exception):
    """Cleaning would take the marks away and leave the text."""


def cleaned(content: bytes, title: str) -> bytes:
    """The clean copy. Raises RedactionsLeftError, or pikepdf.PdfError for a broken file."""
    with open_pdf(content) as pdf:
        if any(is_redaction(mark) for page in pdf.pages for mark in annotations_of(page)):
            raise RedactionsLeftError
        accessible = _claims_accessibility(pdf)
        for step in STEPS:
            step(pdf)
        _describe(pdf, title, accessible=accessible)
        return _rewritten(pdf)


def _claims_accessibility(pdf: pikepdf.Pdf) -> bool:
    """Whether the file says that it is PDF/UA-1 (ISO 14289-1)."""
    return pdf.open_metadata().get("pdfuaid:part") == "1"


def _drop_comments(pdf: pikepdf.Pdf) -> None:
    """Before answers of forms become text, so that comments do not become text with them."""
    for page in pdf.pages:
        kept = [mark for mark in annotations_of(page) if _is_kept(mark)]
        for mark in annotations_of(page):
            if not _is_kept(mark):
                _empty(mark)
        _replace_annotations(page, kept)


def _is_kept(mark: pikepdf.Object) -> bool:
    return mark.get("/Subtype") in ("/Link", "/Widget")


def _empty(thing: pikepdf.Object) -> None:
    """The tags may still point at it: what they point at says nothing any more."""
    for key in list(thing.keys()):
        del thing[key]


def _replace_annotations(page: pikepdf.Page, kept: list[pikepdf.Object]) -> None:
    if kept:
        page.obj["/Annots"] = pikepdf.Array(kept)
    elif "/Annots" in page.obj:
        del page.obj["/Annots"]


def _flatten_forms(pdf: pikepdf.Pdf) -> None:
    """Answers that a reader sees become part of the page."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return
    form["/NeedAppearances"] = True  # some programs leave the drawing of answers to the reader
    pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")
    for page in pdf.pages:
        links = [mark for mark in annotations_of(page) if mark.get("/Subtype") == "/Link"]
        _replace_annotations(page, links)


def _drop_unknown_entries(pdf: pikepdf.Pdf) -> None:
    """Of the document's own entries only known ones stay; of its named things only places."""
    for key in set(pdf.Root.keys()) - KEPT_IN_ROOT:
        del pdf.Root[key]
    names = pdf.Root.get("/Names")
    if isinstance(names, pikepdf.Dictionary):
        for key in set(names.keys()) - {"/Dests"}:
            del names[key]


def _drop_private_entries(pdf: pikepdf.Pdf) -> None:
    for thing in list(dictionaries(pdf)):
        for key in LEFT_OUT_EVERYWHERE:
            if key in thing:
                del thing[key]
        action = thing.get("/A")
        if isinstance(action, pikepdf.Dictionary) and "/S" in action and is_unsafe(action):
            del thing["/A"]


def _clean_pictures(pdf: pikepdf.Pdf) -> None:
    for picture in filter(is_jpeg, pdf.objects):
        content = picture.read_raw_bytes()
        plain = without_private_parts(content)
        if plain != content:
            picture.write(plain, filter=pikepdf.Name.DCTDecode)


def _drop_harmless_layers(pdf: pikepdf.Pdf) -> None:
    """Layers that are all switched on: without the switch everything is still shown."""
    if "/OCProperties" in pdf.Root and not names_of_hidden_layers(pdf):
        del pdf.Root["/OCProperties"]


def _drop_properties(pdf: pikepdf.Pdf) -> None:
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]


STEPS: list[Callable[[pikepdf.Pdf], None]] = [
    _drop_comments,
    _flatten_forms,
    _drop_unknown_entries,
    _drop_private_entries,
    _clean_pictures,
    _drop_harmless_layers,
    _drop_properties,
]


def _describe(pdf: pikepdf.Pdf, title: str, *, accessible: bool) -> None:
    """Title and language as a reader's program announces them."""
    pdf.docinfo["/Title"] = title
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        if accessible:
            metadata["pdfuaid:part"] = "1"
    if "/Lang" not in pdf.Root:
        pdf.Root["/Lang"] = LANGUAGE
    preferences = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    preferences["/DisplayDocTitle"] = True
    pdf.Root["/ViewerPreferences"] = preferences


def _rewritten(pdf: pikepdf.Pdf) -> bytes:
    """A whole new file: nothing that the pages do not use comes along."""
    pdf.remove_unreferenced_resources()
    output = io.BytesIO()
    pdf.save(
        output,
        linearize=True,
        encryption=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return output.getvalue()
