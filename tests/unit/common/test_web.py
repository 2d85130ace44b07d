"""The two kinds of page that need no sign-in."""

from django.http import HttpResponse
from django.test import RequestFactory

from tscb.common.web import keep_private, open_to_all, public

ask = RequestFactory()


def page(request, status=200, **headers):
    return HttpResponse("words", status=status, headers=headers)


def control(response):
    return set(response.headers.get("Cache-Control", "").split(", "))


def test_public_page_may_be_kept_for_a_minute():
    assert control(public(page)(ask.get("/"))) == {"public", "max-age=60"}


def test_public_page_is_not_kept_beyond_a_change_of_the_banner():
    request = ask.get("/")
    request.unchanged_for = 7
    assert control(public(page)(request)) == {"public", "max-age=7"}


def test_public_page_is_never_kept_longer_than_a_minute():
    request = ask.get("/")
    request.unchanged_for = 3600
    assert control(public(page)(request)) == {"public", "max-age=60"}


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
