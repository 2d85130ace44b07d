"""What the clean copy keeps, what it leaves behind, and when there is none."""

import io
import stat
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from reviews.safety import CleaningError, clean
from reviews.safety.cleaning import RedactionsLeftError, cleaned
from reviews.safety.jpeg import without_private_parts
from tests.unit.reviews.safety import documents
from tests.unit.reviews.safety.documents import (
    NAME,
    PLAIN,
    examined_copy,
    pdf_of,
    plain,
    saved,
    text,
    with_mark,
    with_root,
)
from tests.unit.reviews.safety.test_contents import camera_photo, with_photo


def copy_of(content: bytes) -> Pdf:
    return Pdf.open(io.BytesIO(cleaned(content, "What we learned")))


def test_title_is_set_and_announced() -> None:
    pdf = copy_of(documents.with_properties())
    assert dict(pdf.docinfo) == {"/Title": "What we learned"}
    assert pdf.open_metadata()["dc:title"] == "What we learned"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.Lang == "en-GB"
    assert pdf.is_linearized


def test_tags_language_and_claim_are_kept() -> None:
    pdf = pdf_of(PLAIN)
    pdf.Root["/Lang"] = "cy"
    pdf.Root["/StructTreeRoot"] = Dictionary(K=Dictionary(S=Name.P, Alt=String("A chart")))
    pdf.Root["/MarkInfo"] = Dictionary(Marked=True)
    with pdf.open_metadata() as metadata:
        metadata["pdfuaid:part"] = "1"
    copy = copy_of(saved(pdf))
    assert copy.Root.Lang == "cy"
    assert copy.Root.StructTreeRoot.K.Alt == "A chart"
    assert copy.Root.MarkInfo.Marked
    assert copy.open_metadata()["pdfuaid:part"] == "1"


def test_links_and_bookmarks_are_kept() -> None:
    web = Dictionary(S=Name.URI, URI=String("https://example.org/"))
    pdf = Pdf.open(io.BytesIO(with_mark("Link", A=web)))
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Learning", 0))
    copy = copy_of(saved(pdf))
    assert copy.pages[0].Annots[0].A.URI == "https://example.org/"
    assert [item.title for item in copy.open_outline().root] == ["Learning"]


def test_link_loses_an_unsafe_action_only() -> None:
    copy = copy_of(with_mark("Link", A=Dictionary(S=Name.Launch, F=String("x"))))
    assert "/A" not in copy.pages[0].Annots[0]


def test_visible_answers_of_a_form_become_text() -> None:
    assert NAME in examined_copy(documents.with_form()).text_by_page[0]


def test_hidden_answers_of_a_form_are_gone() -> None:
    hidden = 2
    content = documents.with_form(flags=hidden)
    assert NAME not in examined_copy(content).text_by_page[0]
    assert NAME.encode() not in plain_bytes(cleaned(content, "T"))


def plain_bytes(content: bytes) -> bytes:
    """All objects of a file, unpacked, so that words can be looked for."""
    output = io.BytesIO()
    with Pdf.open(io.BytesIO(content)) as pdf:
        pdf.save(
            output,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return output.getvalue()


def test_comment_that_a_tag_points_at_says_nothing_any_more() -> None:
    pdf = Pdf.open(io.BytesIO(with_mark("Text", Contents=String("Is this Tom?"))))
    pdf.Root["/StructTreeRoot"] = Dictionary(
        K=Dictionary(Type=Name.OBJR, Obj=pdf.pages[0].Annots[0])
    )
    assert b"Is this Tom?" not in plain_bytes(cleaned(saved(pdf), "T"))


def test_nothing_that_pages_do_not_use_comes_along() -> None:
    pdf = pdf_of(PLAIN)
    unused = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    pdf.pages[0].Resources["/XObject"] = Dictionary(Old=pdf.make_stream(text(NAME), unused))
    pdf.Root["/Names"] = Dictionary(
        Dests=Dictionary(Names=Array()), Pages=Dictionary(A=String(NAME))
    )
    pdf.Root["/Unknown"] = String(NAME)
    assert NAME.encode() not in plain_bytes(cleaned(saved(pdf), "T"))


def test_photo_is_the_same_without_camera_data() -> None:
    copy = copy_of(with_photo())
    photo = copy.pages[0].Resources.XObject.P
    assert isinstance(photo, pikepdf.Stream)
    raw = photo.read_raw_bytes()
    assert examined_copy(cleaned(with_photo(), "T")).findings == []
    assert b"Exif" not in raw
    assert b"at home" not in raw
    assert raw == without_private_parts(camera_photo())
    assert pikepdf.PdfImage(photo).as_pil_image().size == (20, 20)


def test_picture_without_private_parts_is_left_as_it_is() -> None:
    once = without_private_parts(camera_photo())
    assert without_private_parts(once) == once
    assert without_private_parts(b"no picture") == b"no picture"
    assert without_private_parts(b"\xff\xd8") == b"\xff\xd8"


def test_redactions_that_were_not_carried_out_stop_cleaning() -> None:
    with pytest.raises(RedactionsLeftError):
        cleaned(with_mark("Redact"), "T")


def test_broken_properties_are_no_error() -> None:
    pdf = pdf_of(PLAIN)
    pdf.Root["/Metadata"] = pdf.make_stream(b"<rdf:RDF>")
    assert copy_of(saved(pdf)).open_metadata()["dc:title"] == "What we learned"


def test_annotations_of_a_kind_unknown_are_dropped() -> None:
    copy = copy_of(with_mark("Projection"))
    assert "/Annots" not in copy.pages[0]


def test_all_at_once_leaves_nothing_to_find() -> None:
    content = with_root(
        OpenAction=Dictionary(S=Name.JavaScript, JS=String("1")),
        AA=Dictionary(WC=Dictionary(S=Name.Launch, F=String("x"))),
        PieceInfo=Dictionary(A=Dictionary()),
    )
    assert examined_copy(content).findings == []


def test_clean_writes_the_whole_copy_for_the_site_alone(tmp_path: Path) -> None:
    source, target = tmp_path / "source.pdf", tmp_path / "target.pdf"
    source.write_bytes(plain())
    clean(source, target, title="What we learned – und mehr")
    with Pdf.open(target) as pdf:
        assert pdf.docinfo["/Title"] == "What we learned – und mehr"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source.pdf", "target.pdf"]


def test_clean_refuses_with_a_sentence(tmp_path: Path) -> None:
    source, target = tmp_path / "source.pdf", tmp_path / "target.pdf"
    source.write_bytes(with_mark("Redact"))
    with pytest.raises(CleaningError, match="redactions that were not carried out"):
        clean(source, target, title="T")
    assert not target.exists()
