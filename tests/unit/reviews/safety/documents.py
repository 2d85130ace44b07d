"""Makes small PDFs for the tests of the gate, each with one thing in it, and examines them.

`examined` looks in this process, for speed; the child process has tests of its own.
"""

import io
import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from reviews.safety.cleaning import cleaned
from reviews.safety.examination import examine
from reviews.safety.findings import Finding, Kind, Report
from reviews.safety.gate import report

HELVETICA = {"/Type": Name.Font, "/Subtype": Name.Type1, "/BaseFont": Name.Helvetica}
PLAIN = b"BT /F 12 Tf 72 700 Td (The panel met in spring and agreed what to learn) Tj ET "
BLACK, WHITE = b"0 g ", b"1 g "
NAME = "Thomas Sample"


def examined(content: bytes) -> Report:
    return report(examine(content))


def examined_copy(content: bytes) -> Report:
    """What is found in the clean copy."""
    return examined(cleaned(content, "A title"))


def only(found: Report) -> Finding:
    """The one finding that there is."""
    assert len(found.findings) == 1, found.findings
    return found.findings[0]


def kinds(found: Report) -> list[Kind]:
    return [finding.kind for finding in found.findings]


def text(words: str, x: float = 72, y: float = 600, size: float = 12, mode: int = 0) -> bytes:
    return f"BT /F {size} Tf {mode} Tr {x} {y} Td ({words}) Tj ET ".encode()


def box(x: float, y: float, width: float, height: float) -> bytes:
    return f"{x} {y} {width} {height} re f ".encode()


def pdf_of(*contents: bytes, resources: dict[str, Any] | None = None) -> Pdf:
    """A document with a page for each content stream; `/F` is a font on every page."""
    pdf = Pdf.new()
    for content in contents:
        pdf.add_blank_page(page_size=(595, 842))
        page = pdf.pages[-1]
        font = pdf.make_indirect(Dictionary(HELVETICA))
        page.Resources = Dictionary(Font=Dictionary(F=font), **(resources or {}))
        page.Contents = pdf.make_stream(content)
    return pdf


def saved(pdf: Pdf, **options: Any) -> bytes:
    output = io.BytesIO()
    pdf.save(output, **options)
    return output.getvalue()


def plain(*contents: bytes) -> bytes:
    return saved(pdf_of(*(contents or (PLAIN,))))


def picture_page(content: bytes, picture: Image.Image, *, jpeg: bytes = b"") -> Pdf:
    """`/P Do` draws the picture."""
    pdf = pdf_of(content)
    stream = pdf.make_stream(jpeg or zlib.compress(picture.convert("RGB").tobytes()))
    stream["/Type"], stream["/Subtype"] = Name.XObject, Name.Image
    stream["/Width"], stream["/Height"] = picture.width, picture.height
    stream["/ColorSpace"], stream["/BitsPerComponent"] = Name.DeviceRGB, 8
    stream["/Filter"] = Name.DCTDecode if jpeg else Name.FlateDecode
    pdf.pages[0].Resources["/XObject"] = Dictionary(P=stream)
    return pdf


def with_picture(content: bytes, picture: Image.Image, *, jpeg: bytes = b"") -> bytes:
    return saved(picture_page(content, picture, jpeg=jpeg))


def nested(content: bytes, around: bytes) -> bytes:
    """A page that draws `content` as a form of its own (`/X Do` in `around`)."""
    pdf = pdf_of(around)
    form = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 595, 842],
        Resources=pdf.pages[0].Resources,
    )
    pdf.pages[0].Resources["/XObject"] = Dictionary(X=pdf.make_stream(content, form))
    return saved(pdf)


def with_mark(subtype: str, **entries: Any) -> bytes:
    pdf = pdf_of(PLAIN + text(NAME))
    mark = Dictionary(
        Type=Name.Annot, Subtype=Name("/" + subtype), Rect=[70, 595, 200, 615], **entries
    )
    pdf.pages[0].Annots = Array([pdf.make_indirect(mark)])
    return saved(pdf)


def with_root(**entries: Any) -> bytes:
    pdf = pdf_of(PLAIN)
    for key, value in entries.items():
        pdf.Root[f"/{key}"] = value
    return saved(pdf)


def with_attachment() -> bytes:
    pdf = pdf_of(PLAIN)
    pdf.attachments["Draft with names.docx"] = b"the draft"
    return saved(pdf)


def with_properties() -> bytes:
    pdf = pdf_of(PLAIN)
    pdf.docinfo["/Author"] = "A. Officer"
    pdf.docinfo["/Case"] = "Case 17"
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:creator"] = ["A. Officer"]
        metadata["dc:title"] = "Draft"
    return saved(pdf)


def with_layer(**setting: Any) -> bytes:
    pdf = pdf_of(PLAIN + b"/OC /L BDC " + text(NAME) + b"EMC ")
    usage = setting.pop("usage", None)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Names")))
    if usage:
        layer["/Usage"] = usage
    pdf.pages[0].Resources["/Properties"] = Dictionary(L=layer)
    off = Array([layer]) if setting.pop("off", False) else Array()
    pdf.Root["/OCProperties"] = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=off, Order=Array([layer]), **setting)
    )
    return saved(pdf)


def with_earlier_version(before: bytes, after: bytes, *, linearize: bool = False) -> bytes:
    """Saved on top, as an editor does that only adds: the page's content object comes twice."""
    first = saved(
        pdf_of(before), linearize=linearize, object_stream_mode=pikepdf.ObjectStreamMode.disable
    )
    with Pdf.open(io.BytesIO(first)) as pdf:
        number = pdf.pages[0].Contents.objgen[0]
        root, size = pdf.Root.objgen[0], len(pdf.objects) + 1
    previous = int(first.rsplit(b"startxref", 1)[1].split()[0])
    added = b"\n%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        number, len(after), after,
    )  # fmt: skip
    place, table = len(first) + 1, len(first) + len(added)
    return first + added + (
        b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %d 0 R /Prev %d >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (number, place, size, root, previous, table)
    )  # fmt: skip


def with_form(value: str = NAME, flags: int = 4) -> bytes:
    pdf = pdf_of(PLAIN)
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("Name of child"),
            V=String(value), DA=String("/F 12 Tf 0 g"), Rect=[72, 500, 300, 520], F=flags,
        )
    )  # fmt: skip
    pdf.pages[0].Annots = Array([field])
    pdf.Root["/AcroForm"] = Dictionary(
        Fields=Array([field]), DR=pdf.pages[0].Resources, DA=String("/F 12 Tf 0 g")
    )
    return saved(pdf)
