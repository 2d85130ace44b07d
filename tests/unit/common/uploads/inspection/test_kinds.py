"""Every kind of file that is taken, and every kind of hostile one that is not, with its reason."""

import io

import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.factories import hostile, office_files, pdf, picture
from tests.factories.files import PROGRAM, picture_bomb, picture_with_place
from tests.factories.mails import mail, with_mail_inside
from tests.factories.outlook_files import attached, compound, message, outlook_mail
from tscb.common.uploads.inspection import office
from tscb.common.uploads.inspection import pdf as pdf_kind
from tscb.common.uploads.inspection.kinds import checked
from tscb.common.uploads.inspection.limits import Limits
from tscb.common.uploads.inspection.refusals import Refused

LIMITS = Limits(pixels=50_000_000, mail_bytes=2_000_000)
ON_THE_DISK = "file:///C:\\Users\\nurse\\Templates\\Letter.dotm"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def look(content: bytes) -> str:
    return checked(io.BytesIO(content), LIMITS)


def archive_of(name: str, content: bytes) -> bytes:
    return office_files.packed({name: content})


def launching(document) -> None:
    document.Root["/OpenAction"] = Dictionary(S=Name.Launch, F=String("cmd.exe"))


def script_deep_inside(document) -> None:
    document.Root["/Deep"] = Array([Array([Dictionary(A=Dictionary(JS=String("x")))])])


def with_a_file(document) -> None:
    document.attachments["list.txt"] = b"names"


TAKEN = {
    "a PDF": (pdf(), "pdf"),
    "a PDF after a mark of its encoding": (b"\xef\xbb\xbf" + pdf(), "pdf"),
    "a PDF protected against changes alone": (hostile.protected(""), "pdf"),
    "a JPEG": (picture(), "jpeg"),
    "a JPEG with a place in it": (picture_with_place(), "jpeg"),
    "a JPEG with a film behind it": (picture() + b"\0\0\0\x18ftypmp42" + bytes(5_000), "jpeg"),
    "a PNG": (picture(kind="PNG"), "png"),
    "a WebP": (picture(kind="WEBP"), "webp"),
    "a Word document": (office_files.docx(), "docx"),
    "a Word document with a link": (
        office_files.with_relation("hyperlink", "https://example.org"),
        "docx",
    ),
    "a Word document of a template on the disk": (
        office_files.with_relation("attachedTemplate", ON_THE_DISK),
        "docx",
    ),
    "a Word document with the settings of a printer": (
        office_files.docx(word__printerSettings__one_bin=b"A4"),
        "docx",
    ),
    "a Word document with a picture": (office_files.docx(word__media__a_png=picture()), "docx"),
    "a Word document with page numbers": (office_files.with_field("PAGE \\* ADDENDUM"), "docx"),
    "a Word document with the table of a chart": (
        office_files.docx(word__embeddings__table_xlsx=office_files.docx(office_files.SHEET)),
        "docx",
    ),
    "a mail": (mail(), "eml"),
    "a mail out of a mailbox": (b"From nurse@example.org Mon Nov  2\n" + mail(), "eml"),
    "a mail with good attachments": (
        mail(
            ("plan.pdf", "application/pdf", pdf()),
            ("plan.docx", DOCX, office_files.docx()),
            ("logo.gif", "image/gif", picture(90, 60, "GIF")),
            ("names.csv", "text/csv", b"a,b"),
            ("smime.p7s", "application/pkcs7-signature", b"\x30\x80 a signature"),
            ("nothing.exe", "application/octet-stream", b""),
        ),
        "eml",
    ),
    "a mail in a mail": (with_mail_inside(mail(("plan.pdf", "application/pdf", pdf()))), "eml"),
    "an Outlook mail": (outlook_mail(), "msg"),
    "an Outlook mail with a picture": (outlook_mail(attached(picture(), "a.jpg")), "msg"),
    "an Outlook mail in an Outlook mail": (
        outlook_mail(
            {"__substg1.0_3701000D": message(attached(picture())), "__properties_version1.0": b""}
        ),
        "msg",
    ),
}

REFUSED = {
    # Kinds that are not taken
    "a program": (PROGRAM, "kind"),
    "nothing that we know": (b"\x01\x02\x03" * 50, "kind"),
    "plain text": (b"Dear all,\nfrom: the ward\n", "kind"),
    "a web page": (b"<!doctype html><html><p>From: x\nDate: y\n", "kind"),
    "a film": (b"\0\0\0\x18ftypmp42" + bytes(100), "kind"),
    "an HEIC photo": (b"\0\0\0\x18ftypheic" + bytes(100), "heic"),
    "a document of LibreOffice": (
        office_files.packed({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        "not word",
    ),
    "an old Word document": (compound({"WordDocument": b"x"}), "old office"),
    "an old Excel file": (compound({"Workbook": b"x"}), "old office"),
    "a compound file of something else": (compound({"Contents": b"x"}), "kind"),
    "a Word document with a password": (
        compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}),
        "office password",
    ),
    "a compound file that is none": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90),
        "compound damaged",
    ),
    # PDF
    "a PDF with a password": (hostile.protected("secret"), "password"),
    "a PDF that was cut off": (pdf()[:-200], "pdf cut off"),
    "a PDF that is none": (b"%PDF-1.7\nnothing\n%%EOF", "damaged"),
    "a PDF without pages": (hostile.without_pages(), "damaged"),
    "a PDF with a script": (hostile.with_script(), "pdf runs"),
    "a PDF that starts a program": (hostile.made(launching), "pdf runs"),
    "a PDF with a script deep inside": (hostile.made(script_deep_inside), "pdf runs"),
    "a PDF with a file in it": (hostile.made(with_a_file), "pdf attachments"),
    "a PDF and a zip": (hostile.and_a_zip(), "two in one"),
    "a PDF and a web page": (hostile.and_a_page_of_html(), "two in one"),
    # Pictures
    "a picture of too many pixels": (picture_bomb(), "pixels"),
    "a picture that was cut off": (picture(kind="PNG")[:-300], "picture damaged"),
    "a JPEG that was cut off": (picture()[: len(picture()) // 2], "picture damaged"),
    "a picture that is none": (b"\x89PNG\r\n\x1a\n" + b"nothing", "picture damaged"),
    "sound": (b"RIFF\0\0\0\0WAVEfmt ", "picture damaged"),
    "a picture and a zip": (picture() + archive_of("a.txt", b"a"), "two in one"),
    "a picture and a web page": (
        picture(comment=b"<html><script>alert(1)</script>"),
        "two in one",
    ),
    # Word
    "a zip file": (archive_of("a.txt", b"a"), "archive"),
    "a zip file that is none": (b"PK\x03\x04 nothing", "office damaged"),
    "a zip file in a zip file": (archive_of("a.zip", archive_of("a", b"a")), "archive"),
    "a workbook": (
        office_files.docx(office_files.SHEET),
        "not word",
    ),
    "a Word document without its main part": (
        office_files.packed({"[Content_Types].xml": office_files.contents()}),
        "office damaged",
    ),
    "a Word document with macros": (office_files.docx(office_files.MACROS), "macros"),
    "a program under another name": (office_files.docx(word__vbaProject_bin=b"x"), "macros"),
    "an embedded program": (office_files.docx(word__embeddings__oleObject1_bin=b"x"), "embedded"),
    "an embedded table in an embedded table": (
        office_files.docx(
            word__embeddings__a_docx=office_files.docx(word__embeddings__b_docx=office_files.docx())
        ),
        "embedded",
    ),
    "an embedded table with macros": (
        office_files.docx(word__embeddings__a_docx=office_files.docx(office_files.MACROS)),
        "macros",
    ),
    "a template from the web": (
        office_files.with_relation("attachedTemplate", "https://example.org/a.dotm"),
        "fetches",
    ),
    "a template on another computer": (
        office_files.with_relation("attachedTemplate", "\\\\server\\share\\a.dotm"),
        "fetches",
    ),
    "a template on another computer, written as a file": (
        office_files.with_relation("attachedTemplate", "file://server/a.dotm"),
        "fetches",
    ),
    "a picture from the web": (
        office_files.with_relation("image", "http://example.org/seen.png"),
        "fetches",
    ),
    "a linked object, wherever it is": (
        office_files.with_relation("oleObject", ON_THE_DISK),
        "fetches",
    ),
    "another document inside": (
        office_files.with_relation("aFChunk", "inside.mht", "Internal"),
        "fetches",
    ),
    "a field that starts a program": (office_files.with_field("DDEAUTO c:\\cmd.exe"), "fetches"),
    "the same, in pieces": (office_files.with_field("DD", "E", "AUTO x"), "fetches"),
    "a field in an attribute": (
        office_files.docx(
            word__document_xml=office_files.document('<w:p><w:fldSimple w:instr="DDE x"/></w:p>')
        ),
        "fetches",
    ),
    "a million laughs": (
        office_files.docx(word__a_xml='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "office damaged",
    ),
    "XML that is none": (office_files.docx(word__a_xml="<a>"), "office damaged"),
    "XML without end": (office_files.docx(word__a_xml="<a>" * 3_000), "office damaged"),
    "a damaged part": (office_files.damaged(), "office damaged"),
    "two parts of one name": (
        office_files.docx(word__a_xml="<a/>", word__A_xml="<a/>"),
        "office damaged",
    ),
    "parts over each other": (office_files.overlapping(), "bomb"),
    "a part of four thousand million bytes": (office_files.claims(4_000_000_000), "bomb"),
    "more parts than any document has": (
        office_files.packed({f"{n}": b"" for n in range(5_001)}),
        "bomb",
    ),
    "an encrypted part": (office_files.encrypted(), "office password"),
    # Mail
    "a mail that is too large": (
        mail(("plan.txt", "text/plain", b"x" * 2_000_000)),
        "mail too large",
    ),
    "an encrypted mail": (
        mail().replace(b"multipart/alternative", b"application/pkcs7-mime"),
        "mail sealed",
    ),
    "an encrypted mail of another kind": (
        mail().replace(b"multipart/alternative", b"multipart/encrypted"),
        "mail sealed",
    ),
    "a mail of very many parts": (
        mail(*[("a.txt", "text/plain", b"a")] * 1_001),
        "mail damaged",
    ),
}


@pytest.mark.parametrize(("content", "kind"), TAKEN.values(), ids=TAKEN)
def test_good_file_is_known(content, kind):
    assert look(content) == kind


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_bad_file_is_refused_with_its_reason(content, reason):
    with pytest.raises(Refused) as refused:
        look(content)
    assert refused.value.reason == reason


def test_a_document_that_unpacks_to_far_too_much_is_stopped_before_it_does(monkeypatch):
    monkeypatch.setattr(office, "MOST_UNPACKED", 4_000_000)
    bomb = office_files.docx(word__a_xml=bytes(5_000_000))
    assert len(bomb) < 10_000
    with pytest.raises(Refused) as refused:
        look(bomb)
    assert refused.value.reason == "bomb"


def test_a_pdf_that_only_one_of_two_readers_opens_is_damaged(monkeypatch):
    def refuse(file):
        raise pdf_kind.pikepdf.PdfError

    monkeypatch.setattr(pdf_kind.pikepdf, "open", refuse)
    with pytest.raises(Refused) as refused:
        look(pdf())
    assert refused.value.reason == "damaged"
