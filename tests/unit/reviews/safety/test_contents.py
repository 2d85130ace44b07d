"""What hangs in and on a file besides its pages; and that the clean copy is without."""

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from reviews.safety.findings import Kind, Severity
from tests.unit.reviews.safety import documents
from tests.unit.reviews.safety.documents import (
    NAME,
    PLAIN,
    examined,
    examined_copy,
    kinds,
    only,
    pdf_of,
    saved,
    text,
    with_mark,
    with_root,
)


def linked(action: dict[str, Any]) -> bytes:
    return with_mark("Link", A=Dictionary(**action))


def camera_photo() -> bytes:
    output, exif = io.BytesIO(), Image.Exif()
    exif[0x013B] = "A. Officer"
    Image.new("RGB", (20, 20), "green").save(output, "JPEG", exif=exif, comment=b"at home")
    return output.getvalue()


def with_photo(*, filters: Any = None) -> bytes:
    pdf = documents.picture_page(
        PLAIN + b"q 90 0 0 90 72 200 cm /P Do Q ", Image.new("RGB", (20, 20)), jpeg=camera_photo()
    )
    if filters:
        pdf.pages[0].Resources.XObject.P["/Filter"] = filters
    return saved(pdf)


def with_private_data() -> bytes:
    pdf = pdf_of(PLAIN)
    pdf.pages[0].obj["/PieceInfo"] = Dictionary(Drawing=Dictionary(Private=String("a copy")))
    pdf.pages[0].obj["/Metadata"] = pdf.make_stream(b"<x/>")
    return saved(pdf)


CLEANED = {
    Kind.PROPERTIES: documents.with_properties(),
    Kind.ATTACHMENT: documents.with_attachment(),
    Kind.SCRIPT: with_root(OpenAction=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
    Kind.ACTION: with_root(OpenAction=Dictionary(S=Name.Launch, F=String("calc.exe"))),
    Kind.FORM_FIELD: documents.with_form(),
    Kind.ANNOTATION: with_mark("Text", T=String("A. Officer"), Contents=String("Is this Tom?")),
    Kind.EARLIER_VERSION: documents.with_earlier_version(PLAIN + text(NAME), PLAIN),
    Kind.PICTURE_DATA: with_photo(),
    Kind.PRIVATE_DATA: with_private_data(),
    Kind.PROTECTION: saved(pdf_of(PLAIN), encryption=pikepdf.Encryption(owner="a", user="")),
}


@pytest.mark.parametrize("kind", CLEANED)
def test_found_and_gone_from_the_copy(kind: Kind) -> None:
    finding = only(examined(CLEANED[kind]))
    assert finding.kind is kind
    assert finding.cleaned
    assert finding.severity is not Severity.CRITICAL
    assert examined_copy(CLEANED[kind]).findings == []


EXCERPTS = {
    Kind.PROPERTIES: "Author: A. Officer; Case: Case 17; creator: A. Officer",
    Kind.ATTACHMENT: "Draft with names.docx",
    Kind.SCRIPT: "app.alert(1)",
    Kind.ACTION: "Launch calc.exe",
    Kind.FORM_FIELD: f"Name of child: {NAME}",
    Kind.ANNOTATION: "Text by A. Officer: Is this Tom?",
    Kind.EARLIER_VERSION: NAME,
    Kind.PRIVATE_DATA: "a program’s own copy; properties of single pictures",
}


@pytest.mark.parametrize("kind", EXCERPTS)
def test_excerpt_says_what_it_is(kind: Kind) -> None:
    assert only(examined(CLEANED[kind])).excerpt == EXCERPTS[kind]


REMOVED_LINKS = {
    "place on a computer": {"S": Name.URI, "URI": String("file:///H:/Cases/draft.docx")},
    "other file": {"S": Name.GoToR, "F": Dictionary(F=String("draft.pdf"))},
    "chain": {"S": Name.Launch, "F": String("x"), "Next": Dictionary(S=Name.Launch)},
}


@pytest.mark.parametrize("where", REMOVED_LINKS)
def test_links_that_leave_the_web_are_removed(where: str) -> None:
    content = linked(REMOVED_LINKS[where])
    assert only(examined(content)).kind is Kind.ACTION
    assert examined_copy(content).findings == []


def test_redaction_mark_is_critical() -> None:
    found = examined(with_mark("Redact", OverlayText=String("removed")))
    assert only(found).severity is Severity.CRITICAL
    assert only(found).kind is Kind.REDACTION_MARK
    assert only(found).excerpt == "Redact: removed"


def test_broken_list_of_annotations_is_no_error() -> None:
    pdf = pdf_of(PLAIN)
    pdf.pages[0].obj["/Annots"] = 5
    assert examined(saved(pdf)).findings == []


@pytest.mark.parametrize(
    "setting",
    [
        {"off": True},
        {"BaseState": Name.OFF},
        {"usage": Dictionary(Print=Dictionary(PrintState=Name.OFF))},
    ],
)
def test_hidden_layer_is_critical(setting: dict[str, Any]) -> None:
    found = examined(documents.with_layer(**setting))
    assert (Kind.HIDDEN_LAYER, "Names") in [(one.kind, one.excerpt) for one in found.blocking]
    assert examined_copy(documents.with_layer(**setting)).blocking


def test_layers_that_are_shown_are_no_finding() -> None:
    assert examined(documents.with_layer()).findings == []
    assert examined_copy(documents.with_layer()).findings == []


def test_layers_without_lists_are_no_error() -> None:
    assert examined(with_root(OCProperties=Dictionary())).findings == []


def test_file_for_fast_viewing_has_no_earlier_version() -> None:
    assert examined(saved(pdf_of(PLAIN, PLAIN), linearize=True)).findings == []


def test_earlier_version_of_a_file_for_fast_viewing_is_found() -> None:
    content = documents.with_earlier_version(PLAIN + text(NAME), PLAIN, linearize=True)
    assert only(examined(content)).excerpt == NAME


def test_earlier_version_without_lost_words_says_so() -> None:
    finding = only(examined(documents.with_earlier_version(PLAIN, PLAIN + text(NAME))))
    assert "taken out" not in finding.message


def test_earlier_version_that_cannot_be_read_is_told() -> None:
    twice = b"%PDF-1.4\nstartxref\n1\n%%EOF\n" + saved(pdf_of(PLAIN))
    assert kinds(examined(twice)) == [Kind.EARLIER_VERSION]


def test_xml_form_is_found() -> None:
    form = Dictionary(Fields=Array(), XFA=String("<xdp/>"))
    assert only(examined(with_root(AcroForm=form))).kind is Kind.FORM_FIELD


def test_empty_form_is_no_finding() -> None:
    assert examined(with_root(AcroForm=Dictionary())).findings == []


def test_replacement_text_that_differs_is_a_warning() -> None:
    tag = Dictionary(Type=Name.StructElem, S=Name.Span, ActualText=String(NAME))
    finding = only(examined(with_root(StructTreeRoot=Dictionary(K=tag))))
    assert (finding.kind, finding.excerpt) == (Kind.REPLACEMENT_TEXT, NAME)


def test_replacement_text_that_the_page_shows_is_no_finding() -> None:
    tag = Dictionary(Type=Name.StructElem, S=Name.Span, ActualText=String("the panel met".title()))
    shown = Dictionary(Type=Name.StructElem, S=Name.Span, ActualText=String("panel met"), E=tag)
    del shown["/E"]
    assert examined(with_root(StructTreeRoot=Dictionary(K=shown))).findings == []


def test_broken_xmp_is_told() -> None:
    pdf = pdf_of(PLAIN)
    pdf.Root["/Metadata"] = pdf.make_stream(b"no XMP at all")
    assert only(examined(saved(pdf))).excerpt == "XMP: cannot be read"


def test_photo_in_more_than_one_coding_is_left_alone() -> None:
    assert examined(with_photo(filters=Array([Name.DCTDecode]))).findings != []
    assert examined(with_photo(filters=Array([Name.ASCIIHexDecode, Name.DCTDecode]))).pages == 1


def test_bookmarks_and_alternative_texts_are_there_to_read() -> None:
    pdf = pdf_of(PLAIN)
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Interview with the school", 0))
    pdf.Root["/StructTreeRoot"] = Dictionary(K=Dictionary(S=Name.Figure, Alt=String("A genogram")))
    pdf.docinfo["/Title"] = "A title"
    assert sorted(examined(saved(pdf)).other_text) == [
        "A genogram",
        "A title",
        "Interview with the school",
    ]
