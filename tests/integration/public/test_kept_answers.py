"""What a kept page's answer says: packed, with its tag, for how long, and for which addresses."""

import re

import pytest
from django.db import connection

from tests.factories import make_review
from tests.factories.kept_pages import Door

pytestmark = pytest.mark.django_db(transaction=True)
WORRIED = "/worried-about-a-child/"


def test_answers_are_packed_and_not_sent_twice(door):
    plain, small, smaller = (
        door.get("/", HTTP_ACCEPT_ENCODING=way) for way in ("", "gzip", "gzip, br")
    )
    assert len(plain.body) > 3 * len(small.body) > 3 * len(smaller.body) - 3_000
    tags = {one.headers["ETag"] for one in (plain, small, smaller)}
    assert len(tags) == 3
    assert {one.headers["Vary"] for one in (plain, small, smaller)} == {"Accept-Encoding"}
    known = door.get("/", HTTP_IF_NONE_MATCH=f'"x", W/{plain.headers["ETag"]}')
    assert (known.status, known.body) == (304, b"")
    assert known.headers["ETag"] == plain.headers["ETag"]
    assert "Content-Length" not in known.headers
    assert door.get("/", HTTP_IF_NONE_MATCH='"other"').status == 200
    head = door.ask("HEAD", "/")
    assert (head.status, head.body) == (200, b"")
    assert head.headers == plain.headers
    assert door.rendered == ["/"]


def test_feed_is_not_sent_again_to_whoever_names_its_day(door):
    make_review()
    changed = door.get("/case-reviews/feed/").headers["Last-Modified"]
    assert door.get("/case-reviews/feed/", HTTP_IF_MODIFIED_SINCE=changed).status == 304


def test_http_caches_keep_no_page_beyond_the_truth_of_its_banner(door, at):
    at(12)
    assert "max-age=60, stale-while-revalidate=30, stale-if-error=" in control(door, "/")
    at(16, 59)
    for address in ("/", WORRIED):
        seconds = [int(number) for number in re.findall(r"=(\d+)", control(door, address))]
        assert seconds[0] + max(seconds[1:], default=0) <= 30, "two caches in a row: 60 seconds"


def control(door: Door, address: str) -> str:
    return door.get(address).headers["Cache-Control"]


@pytest.mark.parametrize(
    ("asked", "rendered"),
    [
        ("/?utm_source=a&fbclid=b", "/"),
        ("/case-reviews/?q=&type=&page=", "/case-reviews/"),
        ("/case-reviews/?type=x&junk=1&q=a+b", "/case-reviews/?q=a+b&type=x"),
        ("/learning-reviews/?q=anything", "/learning-reviews/"),
    ],
)
def test_query_counts_in_one_way_of_writing(door, asked, rendered):
    assert door.get(asked).body == door.get(rendered).body
    assert door.rendered == [rendered]


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("POST", "/", {}, 403),
        ("GET", "/", {"HTTP_HOST": "elsewhere.example"}, 400),
        ("GET", "/", {"HTTP_HOST": "testserver:1234"}, 200),
        ("GET", "/", {"HTTP_HOST": "TESTSERVER"}, 200),
        ("GET", "/case-reviews/?q=%00", {}, 400),
        ("GET", "/case-reviews/?q=" + 600 * "a", {}, 200),
        ("GET", "/case-reviews/?" + 2000 * "a=1&", {}, 400),
        ("GET", "/case-reviews/?page=99", {}, 404),
        ("HEAD", "/nowhere/at/all/", {}, 404),
        ("HEAD", "/case-reviews/?page=99", {}, 404),
        ("GET", "/case-reviews", {}, 301),
        ("GET", "/professionals/seriouscasereviews.aspx", {}, 301),
        ("GET", "/case-reviews/export.csv", {}, 200),
        ("GET", "/health/live", {}, 200),
        ("GET", "/admin/", {}, 302),
        ("GET", "/", {"SCRIPT_NAME": "/below"}, 200),
        ("GET", "/" + 600 * "a" + "/", {}, 404),
    ],
)
def test_all_else_is_answered_by_django_each_time(door, method, path, headers, status):
    assert [door.ask(method, path, **headers).status for _ in range(2)] == [status, status]
    assert len(door.rendered) == 2


def test_behind_a_proxy_http_is_sent_to_https_and_https_is_kept(door, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 3600
    door = Door(door.looking)
    for _ in range(2):
        assert door.get("/", HTTP_X_FORWARDED_PROTO="http").status == 301
        safe = door.get("/", HTTP_X_FORWARDED_PROTO="https, http")
        assert (safe.status, safe.headers["Strict-Transport-Security"]) == (200, "max-age=3600")
    assert len(door.rendered) == 3


def test_switched_off_nothing_is_kept(door, settings):
    settings.KEPT_PAGES = False
    door.get("/")
    door.get("/")
    assert door.rendered == ["/", "/"]


def test_a_kept_page_asks_the_database_for_nothing(door, django_assert_num_queries):
    door.get("/")
    with django_assert_num_queries(0, connection=connection):
        door.get("/")
