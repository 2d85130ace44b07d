"""Signing in, the second factor and the admin with axe, on a telephone and on a desk."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from tests.browser.accessibility import DESK, faults, violations
from tests.factories import make_person, make_review, sign_in
from tests.factories.people import PASSWORD
from tscb.board.facts import set_up
from tscb.board.roles import Role

BEFORE = ["login/", "password/reset/"]
ACCOUNT = ["second-factor/", "second-factor/webauthn/add/", "password/change/", "logout/"]


@pytest.fixture
def staff(window, live_server):
    """Opens a window of somebody who is signed in."""

    def open_staff(width: int = DESK):
        client = sign_in(Client(), make_person(Role.EDITOR, is_superuser=True))
        client.post("/staff/reauthenticate/", {"password": PASSWORD})
        page = window(width=width)
        key = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
        return page

    return open_staff


def test_pages_before_signing_in_are_accessible(window, live_server):
    page = window()
    for address in BEFORE:
        page.goto(f"{live_server.url}/staff/{address}")
        assert faults(page) == []


def test_sign_in_that_failed_is_accessible(window, live_server):
    page = window(width=320)
    page.goto(f"{live_server.url}/staff/login/")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert violations(page) == []


def test_passkey_that_was_not_used_is_told_on_the_page(window, live_server):
    page = window()
    page.goto(f"{live_server.url}/staff/login/")
    page.evaluate("document.dispatchEvent(new CustomEvent('allauth.error', {cancelable: true}))")
    expect(page.get_by_text("The passkey was not used")).to_be_visible()


def test_pages_of_one_s_own_account_are_accessible(staff, live_server):
    page = staff()
    for address in ACCOUNT:
        page.goto(f"{live_server.url}/staff/{address}")
        assert faults(page) == []


def test_admin_is_accessible(staff, live_server):
    set_up()
    review = make_review()
    page = staff()
    for address in (
        "",
        "reviews/casereview/",
        f"reviews/casereview/{review.pk}/change/",
        "board/contactpoint/",
    ):
        page.goto(f"{live_server.url}/admin/{address}")
        assert faults(page) == []
