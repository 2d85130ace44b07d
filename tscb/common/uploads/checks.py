"""What is taken in: each check raises ValidationError with a sentence that a person can act on.

`check_…` always looks; `validate_…` is for model fields, where a file that is already in the
store was checked when it came in.
"""

from typing import IO, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db.models.fields.files import FieldFile
from django.template.defaultfilters import filesizeformat

from tscb.common.uploads import pdf_process
from tscb.common.uploads.kinds import HEAD, has_archive, kind_of, markup_in
from tscb.common.uploads.pictures import decoded

TAIL = 2048  # bytes at the end in which a whole PDF has its end mark

PDF_PROBLEMS = {
    "password": "This PDF needs a password. Save a copy without a password and choose that file.",
    "damaged": "This PDF is damaged and cannot be opened. Save it again and choose the new file.",
    "too long": "This PDF takes too long to read. Print it to a new PDF and choose that file.",
    "broken off": "This PDF cannot be read safely. Print it to a new PDF and choose that file.",
}


def check_pdf(file: File) -> None:
    """Raises unless the file is a whole, readable PDF and nothing else besides."""
    _check_size(file, settings.UPLOAD_MAX_DOCUMENT_BYTES)
    _check_frame(file)
    _check_nothing_else(file, "PDF")
    facts = pdf_process.facts(_bytes_of(file))
    if facts.problem:
        raise ValidationError(PDF_PROBLEMS[facts.problem], code=facts.problem)
    _check_pages(facts.pages)


def check_image(file: File) -> None:
    """Raises unless the file is a whole JPEG, PNG or WebP picture of a size we can take."""
    _check_size(file, settings.UPLOAD_MAX_IMAGE_BYTES)
    decoded(_bytes_of(file), reduced_to=1)
    _check_nothing_else(file, "picture")
    file.seek(0)


def validate_pdf(file: File) -> None:
    """`check_pdf` for a model field."""
    if not _in_store(file):
        check_pdf(file)


def validate_image(file: File) -> None:
    """`check_image` for a model field."""
    if not _in_store(file):
        check_image(file)


def _in_store(file: File) -> bool:
    return isinstance(file, FieldFile) and bool(getattr(file, "_committed", False))


def _bytes_of(file: File) -> IO[bytes]:
    """Django's File reads and seeks like any other, only its type does not say so."""
    file.seek(0)
    return cast("IO[bytes]", file)


def _check_size(file: File, limit: int) -> None:
    if not file.size:
        raise ValidationError("This file is empty. Choose another file.", code="empty")
    if file.size > limit:
        raise ValidationError(
            f"This file is {filesizeformat(file.size)}. The largest that we can take is "
            f"{filesizeformat(limit)}. Save a smaller copy and choose that file.",
            code="size",
        )


def _check_frame(file: File) -> None:
    """A PDF says so at its very beginning and has an end mark at its end."""
    head = _bytes_of(file).read(HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"%PDF-"):
        raise ValidationError(
            f"This file is {kind_of(head)}, not a PDF. Save the document as a PDF and choose "
            "that file.",
            code="kind",
        )
    file.seek(max(0, (file.size or 0) - TAIL))
    if b"%%EOF" not in file.read():
        raise ValidationError(
            "The end of this PDF is missing. Copy or save it again and choose the new file.",
            code="truncated",
        )


def _check_nothing_else(file: File, wanted: str) -> None:
    """Refuses a file that other programs would take for something else."""
    content = _bytes_of(file)
    # A picture is small enough to be looked through; in a PDF words of HTML are innocent text.
    inside = markup_in(content.read(HEAD if wanted == "PDF" else -1))
    if has_archive(content):
        inside = "a zip archive"
    if inside:
        raise ValidationError(
            f"This file is a {wanted} and {inside} in one. Save a plain copy of the {wanted} "
            "and choose that file.",
            code="polyglot",
        )


def _check_pages(pages: int) -> None:
    if pages > settings.UPLOAD_MAX_PDF_PAGES:
        raise ValidationError(
            f"This PDF has {pages} pages. The most that we can take is "
            f"{settings.UPLOAD_MAX_PDF_PAGES}. Split it and choose the parts.",
            code="pages",
        )
