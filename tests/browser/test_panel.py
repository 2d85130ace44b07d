"""The panel's pages in a real browser."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from tests.browser.accessibility import DESK, faults, violations
from tests.factories import make_person, make_review, sign_in
from tests.factories.referrals import received
from tscb.board.roles import Role


@pytest.fixture
def session(transactional_db) -> str:
    client = sign_in(Client(), make_person(Role.PANEL_MEMBER))
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def test_list_and_referral_are_accessible(window, live_server, session):
    referral = received()
    page = window()
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
    page.context.add_cookies([cookie])
    for address in ("/panel/", f"/panel/referrals/{referral.pk}/"):
        page.goto(live_server.url + address)
        expect(page.get_by_text(referral.reference).locator("visible=true").first).to_be_visible()
        assert faults(page) == []


def test_linking_a_review_with_its_referral_is_accessible(signed_in, live_server, transactional_db):
    referral, review = received(), make_review()
    page = signed_in(DESK, Role.COORDINATOR)
    page.goto(f"{live_server.url}/panel/reviews/{review.pk}/referrals/")
    assert violations(page) == []
    page.get_by_label("Reference of the referral").fill(referral.reference)
    page.get_by_role("button", name="Link this referral").click()
    expect(page.get_by_role("button", name="Take the link to")).to_be_visible()
    assert faults(page) == []
