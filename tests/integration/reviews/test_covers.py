"""The cover picture of a review, from the upload to the page."""

import io
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from reviews.models import CaseReview
from tests.factories import download, make_person, make_review, picture
from tests.factories.admin import add, admin_address, change, upload
from tests.factories.files import PROGRAM, kept_files, picture_bomb, picture_with_place
from tests.integration.reviews.test_editing import TYPED, typed
from tscb.board.roles import Role
from tscb.common.publishing import proposals
from tscb.common.publishing.covers import address_of
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status
from tscb.common.uploads.storage import private_storage

pytestmark = pytest.mark.django_db
ALT = "Two people talk on a bench."


def give_cover(client: Client, review: CaseReview, content: bytes, **changes) -> Any:
    cover = {"new_cover": upload("photo.jpg", content), "cover_alt": ALT}
    change(client, review, **{**cover, **changes})
    review.refresh_from_db()
    if review.proposed:
        return proposals.accept(item=review, by=make_person(Role.EDITOR))
    return review


def cover_address(review: CaseReview, size: int | str) -> str:
    return f"{review.get_absolute_url()}cover/{size}"


def widths(review: CaseReview) -> list[int]:
    """In the format for every browser; each is there as AVIF too."""
    made = [size["width"] for size in review.cover_sizes]
    assert made[::2] == made[1::2]
    return made[1::2]


def test_cover_is_made_in_the_sizes_that_pages_use(editor_client):
    review = give_cover(editor_client, make_review(), picture(1200, 800))
    assert widths(review) == [320, 640, 960]
    page = Client().get(review.get_absolute_url()).content.decode()
    for words in (
        f'alt="{ALT}"',
        'src="cover/960"',
        'width="960"',
        'height="640"',
        'srcset="cover/320 320w, cover/640 640w, cover/960 960w"',
        '<source type="image/avif" srcset="cover/320.avif 320w, cover/640.avif 640w,',
    ):
        assert words in page


def test_each_size_is_what_its_address_says(editor_client):
    review = give_cover(editor_client, make_review(), picture(400, 300))
    for address, kind in (("400", "JPEG"), ("400.avif", "AVIF")):
        response, content = download(Client(), cover_address(review, address))
        assert response.headers["Content-Type"] == f"image/{kind.lower()}"
        image = Image.open(io.BytesIO(content))
        assert (image.format, image.size) == (kind, (400, 300))


def test_cover_made_before_there_was_another_format_is_shown_as_it_is(editor_client):
    review = give_cover(editor_client, make_review(), picture(400, 300))
    review.cover_sizes = review.cover_sizes[1::2]
    review.save()
    page = Client().get(review.get_absolute_url()).content.decode()
    assert 'srcset="cover/320 320w, cover/400 400w"' in page
    assert "<source" not in page


def test_cover_says_nothing_of_camera_and_place(editor_client):
    original = Image.open(io.BytesIO(picture_with_place())).getexif()
    assert original.get_ifd(0x8825), "the picture of the test has a place"
    review = give_cover(editor_client, make_review(), picture_with_place())
    for size in review.cover_sizes:
        _, content = download(Client(), cover_address(review, address_of(size)))
        assert dict(Image.open(io.BytesIO(content)).getexif()) == {}
        assert b"Camera of the family" not in content


def test_original_of_a_cover_is_kept_nowhere(editor_client):
    before = kept_files()
    review = give_cover(editor_client, make_review(), picture_with_place())
    assert kept_files() - before == {size["file"] for size in review.cover_sizes}


def test_cover_of_a_draft_is_seen_in_the_preview_alone(editor_client):
    review = give_cover(editor_client, make_review(status=Status.DRAFT), picture(400, 300))
    assert Client().get(cover_address(review, 400)).status_code == 404
    preview = admin_address(review, "preview", review.pk)
    assert 'src="cover/400"' in editor_client.get(preview).content.decode()
    response, content = download(editor_client, f"{preview}cover/400")
    assert response.status_code == 200
    assert Image.open(io.BytesIO(content)).size == (400, 300)


@pytest.mark.parametrize("width", [1, 321, 10**30, "400.png", "0400", "400.avif.avif", "-1"])
def test_cover_in_a_width_that_was_not_made(editor_client, width):
    review = give_cover(editor_client, make_review(), picture(400, 300))
    assert Client().get(cover_address(review, width)).status_code == 404


def test_cover_without_words_for_who_does_not_see_it(editor_client):
    review = make_review(cover_alt="")
    page = change(editor_client, review, new_cover=upload("photo.jpg", picture()))
    assert "Say what the cover picture shows." in page.content.decode()
    review.refresh_from_db()
    assert review.cover_sizes == []


def bring_back(client: Client, review: CaseReview, version: HistoryEntry) -> Any:
    client.post(admin_address(review, "version", review.pk, version.pk))
    review.refresh_from_db()
    if review.proposed:
        return proposals.accept(item=review, by=make_person(Role.EDITOR))
    return review


def first_version_with_cover(review: CaseReview) -> HistoryEntry:
    return HistoryEntry.objects.of(review).exclude(content__fields__cover_sizes=[]).reverse()[0]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED])
def test_replaced_cover_comes_back_with_its_version(
    editor_client, django_capture_on_commit_callbacks, status
):
    review = give_cover(editor_client, make_review(status=status), picture(400, 300))
    old = review.cover_sizes
    with django_capture_on_commit_callbacks(execute=True):
        review = give_cover(editor_client, review, picture(500, 300))
    assert widths(review) == [320, 500]
    review = bring_back(editor_client, review, first_version_with_cover(review))
    assert review.cover_sizes == old
    preview = admin_address(review, "preview", review.pk)
    response, content = download(editor_client, f"{preview}cover/400")
    assert response.status_code == 200
    assert Image.open(io.BytesIO(content)).size == (400, 300)


def test_cover_that_was_taken_away_comes_back(editor_client, django_capture_on_commit_callbacks):
    review = give_cover(editor_client, make_review(), picture(400, 300))
    with django_capture_on_commit_callbacks(execute=True):
        change(editor_client, review, remove_cover="on")
        review.refresh_from_db()
        review = proposals.accept(item=review, by=make_person(Role.EDITOR))
    assert review.cover is None
    assert "<img" not in Client().get(review.get_absolute_url()).content.decode()
    review = bring_back(editor_client, review, first_version_with_cover(review))
    assert download(Client(), cover_address(review, 400))[0].status_code == 200


def test_page_never_shows_a_picture_that_was_lost(editor_client):
    review = give_cover(editor_client, make_review(), picture(400, 300))
    version = first_version_with_cover(review)
    change(editor_client, review, remove_cover="on")
    review.refresh_from_db()
    review = proposals.accept(item=review, by=make_person(Role.EDITOR))
    for size in version.content["fields"]["cover_sizes"][:2]:
        private_storage().delete(size["file"])
    review = bring_back(editor_client, review, version)
    assert widths(review) == [400]


def test_cover_that_no_older_browser_could_show_is_not_shown(editor_client):
    review = give_cover(editor_client, make_review(), picture(400, 300))
    review.cover_sizes = review.cover_sizes[::2]
    review.save()
    assert review.cover is None
    assert "<picture" not in Client().get(review.get_absolute_url()).content.decode()


def test_deleted_draft_takes_all_its_covers_along(
    editor_client, django_capture_on_commit_callbacks
):
    before = kept_files()
    review = give_cover(editor_client, make_review(status=Status.DRAFT), picture(400, 300))
    review = give_cover(editor_client, review, picture(500, 300))
    assert len(kept_files() - before) == 8
    with django_capture_on_commit_callbacks(execute=True):
        editor_client.post(admin_address(review, "delete", review.pk), {"post": "yes"})
    assert kept_files() == before


def test_cover_stays_when_another_part_of_the_page_is_refused(
    editor_client, django_capture_on_commit_callbacks
):
    review = give_cover(editor_client, make_review(), picture(400, 300))
    before = kept_files()
    with django_capture_on_commit_callbacks(execute=True):
        give_cover(editor_client, review, picture(500, 300), **{"learning_points-0-text": ""})
    assert widths(review) == [320, 400]
    assert kept_files() == before


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: PROGRAM, "This file is a Windows program, not a picture that we can take."),
        (picture_bomb, "The most that we can take is 40 million pixels in all."),
        (lambda: picture()[:2000], "This picture is damaged or not complete."),
    ],
    ids=["program", "bomb", "cut off"],
)
def test_file_that_is_no_picture_is_refused_and_nothing_typed_is_lost(
    editor_client, make, sentence
):
    before = kept_files()
    changes = typed(new_cover=upload("photo.jpg", make()), cover_alt=ALT)
    page = add(editor_client, CaseReview, **changes).content.decode()
    assert sentence in page
    for words in (*TYPED.values(), "Ask, and tell.", ALT):
        assert words in page
    assert not CaseReview.objects.exists()
    assert kept_files() == before
