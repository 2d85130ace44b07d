"""How a kept file is sent: headers, HEAD, unchanged, and parts of it."""

from pathlib import Path
from typing import cast

import pytest
from django.core.files.base import ContentFile, File
from django.http import HttpResponse, HttpResponseBase
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from tscb.common.uploads.ranges import FilePart, wanted_part
from tscb.common.uploads.serving import file_response
from tscb.common.uploads.storage import private_storage

CONTENT = b"0123456789"
# Closing an answer makes Django look after its connection, if an earlier test has opened one.
pytestmark = pytest.mark.django_db


class StoredFile(File):
    """A file that knows its store, as a model's file field does."""

    def __init__(self, name: str) -> None:
        self.storage = private_storage()
        super().__init__(self.storage.open(name).file, name)


@pytest.fixture
def stored(settings: Settings, tmp_path: Path) -> StoredFile:
    settings.MEDIA_ROOT = tmp_path
    return StoredFile(private_storage().save("a.pdf", ContentFile(CONTENT)))


def sent(file: File, method: str = "get", **headers: str) -> tuple[HttpResponseBase, bytes]:
    """The answer and its body."""
    request = getattr(RequestFactory(), method)("/", headers=headers)
    response = file_response(
        file, name="a-b.pdf", content_type="application/pdf", inline=True, request=request
    )
    content = b"".join(cast("HttpResponse", response))  # every kind of answer yields its bytes
    response.close()
    return response, content


def test_headers_keep_everything_in_the_file_still() -> None:
    response = file_response(
        ContentFile(CONTENT), name="a-b.pdf", content_type="application/pdf", inline=False
    )
    assert b"".join(cast("HttpResponse", response)) == CONTENT
    assert response["Content-Disposition"] == 'attachment; filename="a-b.pdf"'
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == "10"
    assert "X-Robots-Tag" not in response
    assert "ETag" not in response


def test_file_can_be_shown_and_kept_from_search_engines() -> None:
    response = file_response(
        ContentFile(CONTENT),
        name="a.pdf",
        content_type="application/pdf",
        inline=True,
        indexed=False,
    )
    assert response["Content-Disposition"] == 'inline; filename="a.pdf"'
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"


def test_head_has_the_length_and_no_body(stored: StoredFile) -> None:
    response, content = sent(stored, "head")
    assert (response.status_code, content) == (200, b"")
    assert response["Content-Length"] == "10"
    assert stored.closed


def test_unchanged_file_is_not_sent_again(stored: StoredFile) -> None:
    first, _ = sent(stored)
    again, _ = sent(StoredFile("a.pdf"), if_none_match=first["ETag"])
    assert again.status_code == 304
    assert again["ETag"] == first["ETag"]
    since, _ = sent(StoredFile("a.pdf"), if_modified_since=first["Last-Modified"])
    assert since.status_code == 304


@pytest.mark.parametrize(
    ("asked", "part", "range_sent"),
    [
        ("bytes=2-4", b"234", "bytes 2-4/10"),
        ("bytes=7-", b"789", "bytes 7-9/10"),
        ("bytes=-3", b"789", "bytes 7-9/10"),
        ("bytes=8-99", b"89", "bytes 8-9/10"),
        ("bytes=-99", CONTENT, "bytes 0-9/10"),
    ],
)
def test_part_of_a_file(stored: StoredFile, asked: str, part: bytes, range_sent: str) -> None:
    response, content = sent(stored, range=asked)
    assert (response.status_code, response["Content-Range"]) == (206, range_sent)
    assert response["Content-Length"] == str(len(part))
    assert response["Content-Encoding"] == "identity"
    assert content == part


def test_part_behind_the_end_is_refused(stored: StoredFile) -> None:
    response, _ = sent(stored, range="bytes=10-")
    assert (response.status_code, response["Content-Range"]) == (416, "bytes */10")
    assert stored.closed


def test_part_of_a_changed_file_is_the_whole(stored: StoredFile) -> None:
    response, content = sent(stored, range="bytes=2-4", if_range='"other"')
    assert (response.status_code, content) == (200, CONTENT)


def test_part_is_for_get_alone(stored: StoredFile) -> None:
    response, _ = sent(stored, "head", range="bytes=2-4")
    assert response["Content-Length"] == "10"


def test_part_of_a_file_without_a_store() -> None:
    assert sent(ContentFile(CONTENT), range="bytes=0-0")[1] == b"0"


@pytest.mark.parametrize(
    "header", ["bytes=-", "bytes=1-2,4-5", "lines=1-2", "bytes=4-2", "bytes=a-", "bytes=²-3"]
)
def test_strange_ranges_ask_for_the_whole(header: str) -> None:
    assert wanted_part(header, 10) is None


def test_part_reads_no_further_than_its_end() -> None:
    part = FilePart(ContentFile(CONTENT), 2, 6)
    assert [part.read(3), part.read(3), part.read()] == [b"234", b"56", b""]
    assert FilePart(ContentFile(CONTENT), 2, 6).read() == b"23456"
