"""The panel's pages in a real browser."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from referrals.panel.notes.writing import write_note
from tests.browser.accessibility import DESK, faults, violations
from tests.factories import make_person, make_review, sign_in
from tests.factories.referrals import received
from tscb.board.models import User
from tscb.board.roles import Role


@pytest.fixture
def session(transactional_db) -> str:
    client = sign_in(Client(), make_person(Role.PANEL_MEMBER, Role.COORDINATOR))
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def test_board_figures_and_pages_of_a_case_are_accessible(window, live_server, session):
    referral, other = received(), received()
    write_note(referral_id=referral.pk, text="A note", press="1", by=User.objects.get())
    page, case = window(), f"/panel/referrals/{referral.pk}/"
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
    page.context.add_cookies([cookie])
    for address, words in (
        ("/panel/", other.reference),
        ("/panel/figures/", "referrals were received"),
        (case, referral.reference),
        (f"{case}notes/", "A note"),
        (f"{case}people/", "Conflicts of interest"),
        (f"{case}people/restrict/", "Who may see this case?"),
        (f"{case}history/?show=all", "Note written"),
    ):
        page.goto(live_server.url + address)
        expect(page.get_by_text(words).locator("visible=true").first).to_be_visible()
        assert faults(page) == [], address


def test_linking_a_review_with_its_referral_is_accessible(signed_in, live_server, transactional_db):
    referral, review = received(), make_review()
    page = signed_in(DESK, Role.COORDINATOR)
    page.goto(f"{live_server.url}/panel/reviews/{review.pk}/referrals/")
    assert violations(page) == []
    page.get_by_label("Reference of the referral").fill(referral.reference)
    page.get_by_role("button", name="Link this referral").click()
    expect(page.get_by_role("button", name="Take the link to")).to_be_visible()
    assert faults(page) == []
