"""What is taken in and what is refused, each with a sentence that says what to do."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db.models.fields.files import FieldFile
from pytest_django.fixtures import Settings

from reviews.models import ReviewDocument
from tests.unit.common.uploads.files import named, pdf_bytes, picture, png_that_says
from tscb.common.uploads.checks import check_image, check_pdf, validate_image, validate_pdf


def zip_bytes() -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("a.txt", "a")
    return output.getvalue()


def test_plain_pdf_is_taken_and_left_at_its_start() -> None:
    file = named(pdf_bytes())
    check_pdf(file)
    assert file.tell() == 0


def test_pdf_after_a_byte_order_mark_is_taken() -> None:
    check_pdf(named(b"\xef\xbb\xbf" + pdf_bytes()))


WITH_PASSWORD = pdf_bytes(encryption=pikepdf.Encryption(owner="a", user="b"))
REFUSED_PDFS = {
    "empty": (b"", "empty", "is empty"),
    "program": (b"MZ" + bytes(2000), "kind", "a Windows program, not a PDF"),
    "web page": (b"<!DOCTYPE html><title>x</title>", "kind", "a web page"),
    "Word file": (zip_bytes(), "kind", "a Word, Excel, PowerPoint or zip file"),
    "old Word file": (b"\xd0\xcf\x11\xe0" + bytes(99), "kind", "an old Word or Excel file"),
    "picture": (picture(size=(9, 9)), "kind", "a JPEG picture"),
    "HEIC photo": (b"\0\0\0\x18ftypheic" + bytes(99), "kind", "an HEIC photo or a film"),
    "unknown": (b"\x00\x01\x02", "kind", "of a kind that we do not know"),
    "truncated": (pdf_bytes(pages=40)[:-900], "truncated", "The end of this PDF is missing"),
    "broken": (b"%PDF-1.7\nnothing\n%%EOF", "damaged", "damaged and cannot be opened"),
    "password": (WITH_PASSWORD, "password", "Save a copy without a password"),
    "with an archive": (pdf_bytes() + zip_bytes(), "polyglot", "a PDF and a zip archive in one"),
    "with a web page": (b"%PDF-1.7\n%<html>\n" + pdf_bytes(), "polyglot", "a web page in one"),
    "no pages": (pdf_bytes(pages=0), "damaged", "cannot be opened"),
}


@pytest.mark.parametrize("what", REFUSED_PDFS)
def test_refused_pdf_gets_a_sentence(what: str) -> None:
    content, code, words = REFUSED_PDFS[what]
    with pytest.raises(ValidationError) as refused:
        check_pdf(named(content, "report.pdf"))
    assert refused.value.code == code
    assert words in refused.value.messages[0]


def test_large_pdf_is_refused_with_both_sizes(settings: Settings) -> None:
    settings.UPLOAD_MAX_DOCUMENT_BYTES = 1024
    with pytest.raises(ValidationError) as refused:
        check_pdf(named(bytes(2048)))
    words = refused.value.messages[0].replace("\xa0", " ")
    assert words.startswith("This file is 2.0 KB. The largest that we can take is 1.0 KB.")


def test_long_pdf_is_refused_with_its_pages(settings: Settings) -> None:
    settings.UPLOAD_MAX_PDF_PAGES = 2
    with pytest.raises(ValidationError, match=r"has 3 pages\. The most that we can take is 2"):
        check_pdf(named(pdf_bytes(pages=3)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_picture_is_taken_and_left_at_its_start(kind: str) -> None:
    file = named(picture(kind))
    check_image(file)
    assert file.tell() == 0


REFUSED_PICTURES = {
    "empty": (b"", "empty", "is empty"),
    "program": (b"MZ" + bytes(2000), "kind", "a Windows program"),
    "SVG": (b'<?xml version="1.0"?><svg xmlns="x"/>', "kind", "an SVG drawing"),
    "GIF": (picture("GIF", (9, 9)), "kind", "a GIF picture"),
    "HEIC": (b"\0\0\0\x18ftypheic" + bytes(99), "kind", "an HEIC photo"),
    "PDF": (pdf_bytes(), "kind", "a PDF document"),
    "bomb": (png_that_says(50_000, 50_000), "pixels", "The most that we can take is 40 million"),
    "large": (png_that_says(8_000, 8_000), "pixels", "is 8,000 by 8,000 pixels"),
    "lying": (png_that_says(3_000, 3_000), "damaged", "damaged or not complete"),
    "truncated": (picture()[:-2000], "damaged", "damaged or not complete"),
    "truncated early": (picture("PNG")[:20], "damaged", "damaged or not complete"),
    "with an archive": (picture() + zip_bytes(), "polyglot", "a picture and a zip archive"),
    "with a script": (picture(comment=b"<script>1</script>"), "polyglot", "and a web page in one"),
}


@pytest.mark.parametrize("what", REFUSED_PICTURES)
def test_refused_picture_gets_a_sentence(what: str) -> None:
    content, code, words = REFUSED_PICTURES[what]
    with pytest.raises(ValidationError) as refused:
        check_image(named(content, "cover.png"))
    assert refused.value.code == code
    assert words in refused.value.messages[0]


def test_file_in_the_store_was_checked_when_it_came_in(tmp_path: Path) -> None:
    field = ReviewDocument._meta.get_field("original")
    stored = FieldFile(ReviewDocument(), field, "documents/gone.pdf")
    validate_pdf(stored)
    validate_image(stored)


def test_file_on_its_way_in_is_checked() -> None:
    new = ContentFile(b"MZ", name="new.pdf")
    with pytest.raises(ValidationError, match="Windows program"):
        validate_pdf(new)
    with pytest.raises(ValidationError, match="Windows program"):
        validate_image(new)
