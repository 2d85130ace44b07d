"""What holds for all public pages: caches, sitemap, old address, health, and bad input."""

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.utils.timezone import localdate

from tests.factories import download, make_briefing, make_document, make_review
from tests.unit.board.nowhere import database_nowhere
from tscb import views
from tscb.board import facts
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
TEN_MEGABYTES = "x" * 10_000_000


def public_addresses() -> list[str]:
    facts.set_up()
    review, briefing = make_review(), make_briefing()
    year = localdate(briefing.published_at).year
    return [
        "/", "/case-reviews/", "/briefings/", "/learning-reviews/", "/worried-about-a-child/",
        f"/briefings/archive/{year}/", review.get_absolute_url(), briefing.get_absolute_url(),
        "/sitemap.xml", make_document(review).get_absolute_url(),
    ]  # fmt: skip


def test_any_cache_may_keep_public_pages(editor_client):
    """The same for everybody: nobody is looked up and no cookie is set, signed in or not."""
    for address in public_addresses():
        for client in (Client(), editor_client):
            response, _ = download(client, address)
            control = response.headers["Cache-Control"]
            assert "public" in control, address
            assert "max-age=" in control, address
            assert "private" not in control, address
            assert not response.cookies, address
            assert "Cookie" not in response.headers.get("Vary", ""), address


def test_page_is_sent_once_and_then_only_if_it_changed(client):
    review = make_review()
    address = review.get_absolute_url()
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    review.title = "Another title"
    review.save()
    changed = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_document_is_sent_once_and_then_only_if_it_changed(client):
    address = make_document(make_review()).get_absolute_url()
    mark = download(client, address)[0].headers["ETag"]
    again = client.get(address, headers={"If-None-Match": mark})
    assert again.status_code == 304


def test_home_shows_the_three_newest_of_each(client):
    for n in range(4):
        make_review(title=f"Review number {n}")
        make_briefing(title=f"Briefing number {n}")
    page = client.get("/").content.decode()
    assert page.count("board-list__item") == 6
    for n in (1, 2, 3):
        assert f"Review number {n}" in page
        assert f"Briefing number {n}" in page
    assert "Review number 0" not in page


def test_home_of_an_empty_site(client):
    page = client.get("/").content.decode()
    assert "No case review is published yet." in page
    assert "No briefing is published yet." in page


def test_sitemap_names_what_is_public_and_nothing_else(client):
    review, briefing = make_review(), make_briefing()
    make_review(status=Status.DRAFT)
    facts.set_up()
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own
    named = {
        loc.text.removeprefix("http://testserver") for loc in tree.findall(".//s:loc", SITEMAP)
    }
    assert {"/", "/case-reviews/", "/briefings/", "/worried-about-a-child/"} <= named
    assert {"/learning-reviews/", "/privacy/"} <= named
    of_reviews = {address for address in named if address.startswith("/case-reviews/")}
    assert of_reviews == {"/case-reviews/", review.get_absolute_url()}
    assert briefing.get_absolute_url() in named
    assert all(client.get(address).status_code == 200 for address in named)


def test_old_address_leads_to_the_reviews_for_good(client):
    response = client.get("/professionals/seriouscasereviews.aspx")
    assert (response.status_code, response.headers["Location"]) == (301, "/case-reviews/")


def test_health_with_and_without_the_database(client):
    assert client.get("/health/live").content == b"live"
    ready = client.get("/health/ready")
    assert (ready.status_code, ready.content) == (200, b"ready")
    with database_nowhere():
        assert client.get("/health/live").status_code == 200
        lost = client.get("/health/ready")
    assert (lost.status_code, lost.content) == (503, b"no database")
    assert "no-store" in lost.headers["Cache-Control"]


def test_health_with_a_migration_missing(client):
    with connection.cursor() as cursor:
        cursor.execute("delete from django_migrations where app = 'briefings'")
    ready = client.get("/health/ready")
    assert (ready.status_code, ready.content) == (503, b"migrations are missing")


def test_page_of_a_broken_site_needs_no_database(rf):
    with database_nowhere():
        response = views.failed(rf.get("/"))
    assert response.status_code == 500
    assert "999" in response.content.decode()


@pytest.mark.parametrize("address", ["/case-reviews/", "/briefings/", "/"])
@pytest.mark.parametrize("query", ["q=%00", "page=%00", "type=a%00b", "other=%00"])
def test_null_byte_in_a_query(client, address, query):
    response = client.get(f"{address}?{query}")
    assert response.status_code == 400
    assert "Something in the address or the form was not right" in response.content.decode()


@pytest.mark.parametrize("path", ["/case-reviews/%00/", "/case-reviews/%ff/", "/%ed%a0%80/"])
def test_odd_byte_in_a_path(client, path):
    response = client.get(path)
    assert response.status_code in (400, 404)
    assert "999" in response.content.decode()


@pytest.mark.parametrize("query", ["q=%ff%fe", "q=%ed%a0%80", "type=%c3", "q=%", "%ff=1", "&&=;"])
def test_broken_utf8_in_a_query(client, query):
    make_review()
    assert client.get(f"/case-reviews/?{query}").status_code == 200


@pytest.mark.parametrize("query", ["page=%ff", "page=%c3%28"])
def test_broken_utf8_for_a_page(client, query):
    response = client.get(f"/case-reviews/?{query}")
    assert response.status_code == 404
    assert "The last one is page 1." in response.content.decode()


@pytest.mark.parametrize("address", ["/case-reviews/", "/refer/", "/staff/login/"])
def test_form_of_ten_megabytes(client, address):
    response = client.post(
        address, f"text={TEN_MEGABYTES}", content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code == 413
    page = response.content.decode()
    assert "That is too large to send" in page
    assert "nothing of it was saved" in page
    assert "999" in page


def test_text_of_ten_megabytes_in_a_form_with_files(editor_client):
    response = editor_client.post("/admin/reviews/casereview/add/", {"title": TEN_MEGABYTES})
    assert response.status_code == 413
    assert "That is too large to send" in response.content.decode()


def test_form_without_its_token_says_what_to_do():
    client = Client(enforce_csrf_checks=True)
    response = client.post("/staff/login/", {"login": "x"})
    assert response.status_code == 403
    assert "This page has been open too long" in response.content.decode()
