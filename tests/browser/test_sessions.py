"""A session that ends: warned before, extended by one press; nothing typed is lost at its end."""

import time

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults
from tscb.board.roles import Role
from tscb.board.sessions.limits import IDLE, WARNING

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = "Kim Sample at the front desk"


def seen(seconds_ago: float) -> None:
    """Every session was last at work so long ago."""
    for row in Session.objects.all():
        kept = {**row.get_decoded(), "seen_at": time.time() - seconds_ago}
        row.session_data = Session.objects.encode(kept)
        row.save()


def test_warned_extended_and_carried_on(signed_in, live_server):
    page: Page = signed_in(320, Role.COORDINATOR)
    page.clock.install()
    page.goto(f"{live_server.url}/panel/entry/")
    who = page.get_by_label("Who took the call or opened the letter?")
    who.fill(TYPED)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_hidden()

    seen(IDLE.seconds - WARNING.seconds + 1)
    page.clock.fast_forward((IDLE.seconds - WARNING.seconds) * 1000)
    expect(dialog).to_contain_text("You will be signed out in two minutes")
    assert faults(page) == []
    page.get_by_role("button", name="Stay signed in").click()
    expect(dialog).to_be_hidden()

    seen(IDLE.seconds + 1)
    page.clock.fast_forward(IDLE.seconds * 1000)
    expect(dialog).to_contain_text("You have been signed out")
    assert faults(page) == []
    page.get_by_role("button", name="Carry on").click()
    expect(dialog).to_contain_text("You have been signed out")
    seen(0)  # signed in again, in another tab
    page.get_by_role("button", name="Carry on").click()
    expect(dialog).to_be_hidden()
    expect(who).to_have_value(TYPED)


def test_audit_at_any_width(signed_in, live_server):
    page: Page = signed_in(320, Role.DATA_PROTECTION_LEAD)
    page.goto(f"{live_server.url}/panel/audit/")
    expect(page.get_by_role("heading", name="Audit", exact=True)).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Check it now").click()
    expect(page.get_by_text("It is being checked now")).to_be_visible()
