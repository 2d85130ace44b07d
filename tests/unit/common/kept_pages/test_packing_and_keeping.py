"""What a browser takes, and what has room."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse

from tscb.common.content_version.watching import Known
from tscb.common.kept_pages.asked import Asked
from tscb.common.kept_pages.now import Now
from tscb.common.kept_pages.packing import taken
from tscb.common.kept_pages.page import COPIES, OVERHEAD, Page, may_be_kept
from tscb.common.kept_pages.store import Shelf, Store
from tscb.common.web import PublicPage

PUBLIC = {"Cache-Control": "public, max-age=60"}
NOW = Now(0.0, lambda name, path: f"[{name} on {path}]")


@pytest.mark.parametrize(
    ("accepts", "way"),
    [
        ("", "identity"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("br; q=0.0, gzip; q=0", "identity"),
        ("GZIP;q=0.5", "gzip"),
        ("*", "identity"),
    ],
)
def test_best_way_that_is_taken(accepts, way):
    assert taken(accepts) == way


def page(content: bytes, query: str = "") -> Page:
    asked = Asked(("http", "testserver", "/here/", query), PublicPage())
    return Page(asked, Known(), NOW, HttpResponse(content))


def test_gaps_are_filled_with_what_holds_now():
    text = b"<a><!--now:banner-->then\n<!--/now--><b><!--now:notices--><!--/now--></b>"
    sent = page(text).sent(NOW, "identity")
    assert sent.body == b"<a>[banner on /here/]<b>[notices on /here/]</b>"


def test_page_without_a_gap_is_as_it_is():
    assert page(b"words <!-- now -->").sent(NOW, "identity").body == b"words <!-- now -->"


def test_what_nobody_asked_for_longest_goes_first():
    one = page(b"x" * 1_000)
    shelf = Shelf(9 * one.size)
    for number in range(9):
        shelf.put((str(number),), one)
    assert shelf.get(("0",)) is one
    shelf.put(("new",), one)
    assert [key for key in "0123" if shelf.get((key,))] == ["0", "2", "3"]
    shelf.drop(("0",))
    shelf.drop(("unknown",))
    assert shelf.get(("0",)) is None


def test_page_that_would_take_most_of_the_room_is_not_kept():
    shelf = Shelf(8 * (COPIES * 100 + OVERHEAD))
    shelf.put(("large",), page(b"x" * 101))
    shelf.put(("small",), page(b"x" * 100))
    assert shelf.get(("large",)) is None
    assert shelf.get(("small",)) is not None


def test_made_up_questions_push_out_no_page_without_one():
    home, store = page(b"home"), Store(100 * OVERHEAD)
    plain = Asked(("http", "testserver", "/", ""), PublicPage())
    store.shelf(plain).put(plain.key, home)
    for number in range(1_000):
        asked = Asked(("http", "testserver", "/", f"q={number}"), PublicPage())
        store.shelf(asked).put(asked.key, page(b"found nothing"))
    assert store.shelf(plain).get(plain.key) is home


def with_cookie() -> HttpResponse:
    response = HttpResponse(headers=PUBLIC)
    response.set_cookie("seen", "1")
    return response


@pytest.mark.parametrize(
    ("response", "may"),
    [
        (HttpResponse(headers=PUBLIC), True),
        (HttpResponse(headers=PUBLIC | {"Vary": "Accept-Encoding"}), True),
        (HttpResponse(headers=PUBLIC | {"Vary": "Cookie"}), False),
        (HttpResponse(headers=PUBLIC, status=404), False),
        (HttpResponse(), False),
        (HttpResponse(headers={"Cache-Control": "private, no-store"}), False),
        (HttpResponse(headers={"Cache-Control": "public, max-age=9, immutable"}), False),
        (StreamingHttpResponse(headers=PUBLIC), False),
        (with_cookie(), False),
    ],
)
def test_only_a_whole_page_that_says_so_is_kept(response, may):
    assert may_be_kept(response) is may
