"""The two kinds of page that need no sign-in."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from tscb.common.web import keep_private, open_to_all, public

ask = RequestFactory()


def page(request, status=200, **headers):
    return HttpResponse("words", status=status, headers=headers)


def control(response):
    return set(response.headers.get("Cache-Control", "").split(", "))


LONG = {"public", "max-age=60", "stale-while-revalidate=30", "stale-if-error=3600"}


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, LONG),
        (100_000, LONG),
        (400, {"public", "max-age=60", "stale-while-revalidate=30", "stale-if-error=140"}),
        (130, {"public", "max-age=60", "stale-while-revalidate=5", "stale-if-error=5"}),
        (7, {"public", "max-age=3"}),
        (-1, {"public", "max-age=0"}),
    ],
)
def test_public_page_is_kept_by_two_caches_in_a_row_no_longer_than_it_is_true(seconds, said):
    request = ask.get("/")
    request.unchanged_for = seconds
    assert control(public(page)(request)) == said


def test_public_page_sees_of_a_query_what_it_asks_for():
    view = public(lambda request: HttpResponse(request.GET.urlencode()), asks=("q", "page"))
    answer = view(ask.get("/?junk=1&q=a&q=b&utm=2"))
    assert answer.content == b"q=a&q=b"


def test_public_file_that_is_not_kept_sees_all():
    view = public(lambda request: HttpResponse(request.GET.urlencode()), kept=False)
    assert view(ask.get("/?junk=1")).content == b"junk=1"


def test_public_page_that_says_itself_how_long():
    response = public(page)(ask.get("/"), **{"Cache-Control": "no-store"})
    assert control(response) == {"no-store"}


def test_public_page_that_went_wrong_is_not_kept():
    assert "Cache-Control" not in public(page)(ask.get("/"), status=404).headers


def test_public_page_takes_no_post():
    assert public(page)(ask.post("/")).status_code == 405


def test_public_page_needs_no_sign_in():
    assert public(page).login_required is False


def test_open_page_is_kept_by_nobody():
    response = open_to_all(page)(ask.get("/"))
    assert {"no-store", "private"} <= control(response)
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_open_page_takes_a_post_and_needs_no_sign_in():
    view = open_to_all(page)
    assert view(ask.post("/")).status_code == 200
    assert view.login_required is False


def test_keep_private_takes_back_what_is_public():
    response = HttpResponse(headers={"Cache-Control": "public, max-age=60"})
    keep_private(response)
    assert "public" not in control(response)
