"""Whatever goes wrong, the page says so in a sentence, gives the right status, and shows whom to
call.
"""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from tests.factories import sign_in
from tests.security.examples import Examples
from tscb import urls
from tscb.board.models import User
from tscb.common.web import public

pytestmark = pytest.mark.django_db
CALL = 'href="tel:'


@public
def broken(request: object) -> HttpResponse:
    raise RuntimeError("what was typed")


class Broken:
    """The site's addresses, and one more that fails."""

    urlpatterns = [path("broken/", broken), *urls.urlpatterns]
    handler400, handler403 = urls.handler400, urls.handler403
    handler404, handler500 = urls.handler404, urls.handler500


def said(response: Any, status: int) -> str:
    html = response.content.decode()
    assert response.status_code == status
    assert html.count("<h1") == 1
    assert CALL in html
    assert 'href="tel:999"' in html
    return html


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    "address",
    ["/?q=%00", "/case-reviews/?q=%00&q=b", "/worried-about-a-child/?a=%00", "/refer/?%00=%00"],
)
def test_character_that_no_address_may_hold(visitor: Client, address: str) -> None:
    assert "Something in the address or the form was not right" in said(visitor.get(address), 400)


@pytest.mark.parametrize("address", ["/%ff%fe/", "/case-reviews/%C3%28/", "/briefings/%80/"])
def test_broken_letters_in_an_address(visitor: Client, address: str) -> None:
    assert "Page not found" in said(visitor.get(address), 404)


def test_form_that_is_broken(visitor: Client) -> None:
    kind = "multipart/form-data; boundary=nowhere"
    response = visitor.generic("POST", "/refer/", b"no form at all", content_type=kind)
    assert response.status_code in (200, 400)
    assert CALL in response.content.decode()


def test_page_that_is_not_there(visitor: Client) -> None:
    assert "Page not found" in said(visitor.get("/nowhere/at/all/"), 404)


def test_what_is_for_others(client: Client, panel_member: User) -> None:
    sign_in(client, panel_member)
    assert "You may not do that" in said(client.get("/admin/"), 403)


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/refer/", "Please press once more"),
        ("/staff/login/", "This page has been open too long"),
    ],
)
def test_form_that_was_open_too_long(address: str, heading: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert heading in said(strict.post(address, {"start_key": "x"}), 403)


@pytest.mark.parametrize("address", ["/refer/", "/refer/what-happened/", "/staff/login/", "/"])
def test_ten_megabytes(visitor: Client, address: str) -> None:
    response = visitor.post(address, {"text": "x" * 10_000_000})
    assert "That is too large to send" in said(response, 413)


def test_more_fields_than_any_form_has(visitor: Client) -> None:
    fields = {f"field{number}": "x" for number in range(1_100)}
    said(visitor.post("/refer/", fields), 400)


def test_too_many_tries(visitor: Client) -> None:
    for number in range(31):
        response = visitor.post("/staff/login/", {"login": f"a{number}@x.example", "password": ""})
    assert "Too many tries in a short time" in said(response, 429)


def test_our_own_mistake(visitor: Client, settings) -> None:
    settings.ROOT_URLCONF = Broken
    html = said(visitor.get("/broken/"), 500)
    assert "Sorry, something went wrong on our side" in html
    assert "what was typed" not in html
    assert "RuntimeError" not in html


def test_referral_of_nobody_is_not_found(
    client: Client, panel_member: User, examples: Examples
) -> None:
    sign_in(client, panel_member)
    unknown = "/panel/referrals/00000000-0000-4000-8000-000000000000/"
    assert "Page not found" in said(client.get(unknown), 404)
