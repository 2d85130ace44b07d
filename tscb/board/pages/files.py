"""Files and pictures of pages: how they are taken in, and which text shows them.

Nothing of a file from outside is kept: a picture is encoded anew, a PDF goes through the safety
gate that case reviews go through, and its public copy alone is stored.
"""

import re
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve, reverse

from tscb.board.models import Page, PageFile
from tscb.board.models.page_file import FileKind
from tscb.common.discovery import discover
from tscb.common.publishing.content import snapshot
from tscb.common.uploads.checks import check_image, check_pdf
from tscb.common.uploads.images import make_sizes
from tscb.common.uploads.serving import file_response

SHOWN = "board_pagefile_shown"  # the address for staff, among those of the admin
NAMED = re.compile(r'(?<=")/page-files/([0-9a-f-]{36})/(?=")')
WIDEST = 960  # pixels: as wide as a text is on a large screen
NO_WORDS = "Say in a few words what the picture shows: not everybody sees it."
IN_USE = "“{title}” stands on the page “{page}”. Take it out there and publish the change first."


def is_pdf(file: File) -> bool:
    file.seek(0)
    begins = bool(file.read(5) == b"%PDF-")
    file.seek(0)
    return begins


def check_described(file: File, alternative_text: str) -> None:
    if not is_pdf(file) and not alternative_text.strip():
        raise ValidationError({"alternative_text": NO_WORDS})


def put_in(row: PageFile, file: File) -> None:
    """Fills the row with the public copy; nothing is saved. Raises ValidationError."""
    row.kind, content = _pdf(file, row.title) if is_pdf(file) else _picture(file)
    row.file = ContentFile(content, name=f"copy.{row.kind}")


def _pdf(file: File, title: str) -> tuple[str, bytes]:
    """Who knows how to make a public copy says so: an app's module `public_copy`."""
    check_pdf(file)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "came.pdf"), Path(folder, "copy.pdf")
        file.seek(0)
        source.write_bytes(file.read())
        for room in discover("public_copy"):
            room.make(source, target, title=title)
        return FileKind.PDF, target.read_bytes()


def _picture(file: File) -> tuple[str, bytes]:
    check_image(file)
    made = make_sizes(file, widths=[WIDEST])[-1]  # the last is for every browser
    kind = FileKind.WEBP if made.content_type == "image/webp" else FileKind.JPEG
    return kind, made.content


def file_at(address: str) -> PageFile | None:
    """The file that an address of this site leads to, whether its page is public yet or not."""
    try:
        match = resolve(urlsplit(address).path)
    except Resolver404:
        return None
    if match.view_name != "board:page_file":
        return None
    return PageFile.objects.filter(**match.kwargs).first()


def served(row: PageFile, request: HttpRequest) -> HttpResponseBase:
    return file_response(
        row.file.open("rb"),
        name=row.name,
        content_type=row.content_type,
        inline=True,
        request=request,
    )


def with_addresses_for_staff(response: HttpResponse) -> HttpResponse:
    """A preview shows its files where staff find them, public or not. The public address asks
    nobody who they are, and stays the same for everyone."""
    page = response.content.decode()
    moved = NAMED.sub(lambda found: reverse(f"admin:{SHOWN}", args=[found[1]]), page)
    response.content = moved.encode()
    return response


def check_unused(row: PageFile) -> None:
    """Neither what the public sees nor a change that waits shows it. Raises ValidationError."""
    for page in Page.objects.select_related("proposed"):
        waiting = page.proposed.content if page.proposed else None
        if str(row.public_id) in f"{snapshot(page)}{waiting}":
            raise ValidationError(IN_USE.format(title=row.title, page=page))
