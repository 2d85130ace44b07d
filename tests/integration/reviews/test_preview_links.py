"""A preview for somebody without an account: for 72 hours, or until it is ended."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from reviews.models import CaseReview
from tests.factories import download, make_briefing, make_document, make_review, picture
from tests.factories.admin import change, press, upload
from tscb.common.publishing import preview
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


def link_to(client: Client, item) -> str:
    page = press(client, item, "make_link").content.decode()
    return re.findall(r"http://testserver(/preview/[^\s<]+/)", page)[0]


@pytest.mark.parametrize("make", [make_review, make_briefing])
def test_link_opens_a_draft_without_an_account(make, editor_client):
    link = link_to(editor_client, make(status=Status.DRAFT, title="Not public yet"))
    page = Client().get(link)
    assert "Not public yet" in page.content.decode()
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in page.headers["Cache-Control"]
    assert not page.cookies


def test_link_is_in_the_history_without_its_address(editor, editor_client):
    review = make_review(status=Status.DRAFT)
    link = link_to(editor_client, review)
    entry = HistoryEntry.objects.of(review).get()
    assert (entry.event, entry.by) == ("Preview link made, good for 72 hours", editor)
    assert link not in entry.event


def test_link_shows_cover_and_signed_off_documents(editor_client):
    review = make_review(status=Status.DRAFT)
    cover = {"new_cover": upload("photo.jpg", picture(400, 300)), "cover_alt": "A bench."}
    change(editor_client, review, **cover)
    document = make_document(review)
    waiting = make_document(review, released_at=None)
    link = link_to(editor_client, review)
    assert download(Client(), f"{link}cover/400")[0].status_code == 200
    response, content = download(Client(), f"{link}{document.address_from_page}")
    assert (response.status_code, content[:4]) == (200, b"%PDF")
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert Client().get(f"{link}{waiting.address_from_page}").status_code == 404


def test_link_does_not_lead_round_to_what_is_on_request(editor_client):
    review = make_review(due_for_review_on=timezone.localdate())
    document = make_document(review)
    link = link_to(editor_client, review)
    assert download(Client(), f"{link}{document.address_from_page}")[0].status_code == 200
    press(editor_client, review, "archive")
    assert Client().get(f"{link}{document.address_from_page}").status_code == 404


def test_link_shows_a_change_that_waits(editor_client):
    review = make_review()
    change(editor_client, review, title="A proposed title")
    assert "A proposed title" in Client().get(link_to(editor_client, review)).content.decode()


def ended(link: str) -> bool:
    page = Client().get(link)
    return page.status_code == 404 and "This preview link has ended." in page.content.decode()


def test_link_ends_after_72_hours(editor_client, monkeypatch):
    link = link_to(editor_client, make_review(status=Status.DRAFT))
    monkeypatch.setattr(preview, "LASTS", -preview.LASTS)
    assert ended(link)


@pytest.mark.parametrize("button", ["make_link", "end_link", "withdraw"])
def test_link_ends_when_an_editor_says_so(editor_client, button):
    review = make_review()
    link = link_to(editor_client, review)
    press(editor_client, review, button)
    assert ended(link)


def test_link_to_what_was_deleted(editor_client):
    review = make_review(status=Status.DRAFT)
    link = link_to(editor_client, review)
    CaseReview.objects.all().delete()
    assert ended(link)


def test_forged_link(editor_client):
    link = link_to(editor_client, make_review(status=Status.DRAFT))
    assert ended(link[:-2] + "/")
    assert ended("/preview/made-up/")


def test_link_is_only_looked_at(editor_client):
    review = make_review(status=Status.DRAFT)
    link = link_to(editor_client, review)
    before = timezone.now()
    assert Client().post(link).status_code == 405
    Client().get(link)
    review.refresh_from_db()
    assert review.updated_at < before
