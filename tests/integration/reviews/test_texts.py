"""A document as a web page: its text by page, under an address that stays."""

import uuid
from typing import Any

import pytest
from django.core.files.base import ContentFile

from reviews.documents import release, take_in
from reviews.models import ReportPage, ReviewDocument
from tests.factories import download, make_document, make_review
from tests.factories.files import pdf
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


def address(document: Any) -> str:
    return f"/case-reviews/{document.review.slug}/documents/{document.public_id}/text/"


def make_text(pages: int = 2, **fields: Any) -> Any:
    """A signed-off document with so many pages, and a page without text between them."""
    review = fields.pop("review", None) or make_review()
    document = make_document(review, pages=pages + 1, **fields)
    for number in [1, *range(3, pages + 2)]:
        ReportPage.objects.create(
            document_id=document.pk, number=number, text=f"On <page> {number}."
        )
    return document


def test_text_stands_page_by_page_with_anchors(client):
    document = make_text()
    html = client.get(address(document)).content.decode()
    for number in (1, 2, 3):
        assert f'id="page-{number}" lang="en-GB">Page {number}</h2>' in html
        assert f'href="#page-{number}"' in html
    assert '<p class="govuk-body">On &lt;page&gt; 3.</p>' in html
    assert "There is no text on this page." in html
    assert document.get_absolute_url() in html


def test_text_in_another_language_says_so(client):
    html = client.get(address(make_text(language="cy"))).content.decode()
    assert '<article class="board-article" lang="cy">' in html


def test_review_links_the_text_of_what_has_one(client):
    document = make_text()
    scan = make_document(document.review)
    html = client.get(document.review.get_absolute_url()).content.decode()
    assert f'href="{address(document)}"' in html
    assert address(scan) not in html
    response = client.get(address(scan))
    assert response.status_code == 404
    assert "This document is a picture of text." in response.content.decode()


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN, Status.ARCHIVED])
def test_text_of_a_review_that_is_not_public_or_on_request_is_not_there(client, status):
    assert client.get(address(make_text(review=make_review(status=status)))).status_code == 404


def test_text_of_a_document_that_is_not_signed_off_is_not_there(client):
    assert client.get(address(make_text(released_at=None))).status_code == 404


def test_text_is_at_its_own_address_alone(client):
    document = make_text()
    other = make_review()
    for slug, key in ((other.slug, document.public_id), (document.review.slug, uuid.uuid4())):
        assert client.get(f"/case-reviews/{slug}/documents/{key}/text/").status_code == 404


def take_in_file(document: Any, words: str, by: Any) -> None:
    document.original.save("new.pdf", ContentFile(pdf(words)), save=False)
    take_in(document=document, by=by)


def test_addresses_stay_when_the_file_is_replaced(client, editor, second_editor):
    document = ReviewDocument(review=make_review(), title="Overview report")
    take_in_file(document, "What we knew", editor)
    release(document=document, by=second_editor)
    before = document.get_absolute_url(), address(document)
    assert "What we knew" in client.get(address(document)).content.decode()

    take_in_file(document, "What we know now", editor)
    assert [client.get(at).status_code for at in before] == [404, 404]  # until it is signed off
    release(document=document, by=second_editor)
    assert (document.get_absolute_url(), address(document)) == before
    assert download(client, before[0])[0].status_code == 200
    html = client.get(address(document)).content.decode()
    assert "What we know now" in html
    assert "What we knew" not in html


@pytest.mark.parametrize("pages", [1, 50])
def test_queries_do_not_grow(client, django_assert_num_queries, pages):
    document = make_text(pages)
    client.get("/worried-about-a-child/")  # the board's names are read and kept
    with django_assert_num_queries(2):
        response = client.get(address(document))
    assert response.content.count(b'id="page-') == pages + 1
    assert not response.cookies
    assert "public" in response["Cache-Control"]
