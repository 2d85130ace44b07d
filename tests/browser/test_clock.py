"""A coordinator and the clock: from an overdue deadline in the calendar to its new day, a rule seen
before it is kept, and one's own calendar."""

from datetime import timedelta

from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from referrals.clock.events import happened
from referrals.facts import set_up
from referrals.models import ClockEvent, Referral
from tests.browser.accessibility import DESK, faults
from tests.browser.practitioner import press
from tests.browser.waiting import says_error
from tests.factories.referrals import received
from tscb.board.roles import Role


def overdue_case() -> Referral:
    set_up()
    referral = received()
    happened(referral, ClockEvent.AWARE, on=localdate() - timedelta(days=21))
    return referral


def move_it(page: Page) -> None:
    page.get_by_role("link", name="Move the deadline K1").click()
    press(page, "Move the deadline")
    says_error(page)
    assert faults(page) == []
    new_day = localdate() + timedelta(days=60)
    for part in ("day", "month", "year"):
        page.get_by_label(part.capitalize(), exact=True).fill(str(getattr(new_day, part)))
    page.get_by_label("Why it is moved").fill("The court sits until then.")
    press(page, "Move the deadline")
    expect(page.get_by_text("The deadline is moved.")).to_be_visible()
    expect(page.get_by_text("The court sits until then.")).to_be_visible()


def look_at_a_rule(page: Page, site: str) -> None:
    page.goto(f"{site}/panel/clock/rules/")
    assert faults(page) == []
    page.get_by_role("link", name="Change rule K2").click()
    page.get_by_label("How long").fill("2")
    press(page, "See what would come out")
    expect(page.get_by_text("A referral received today would be due on")).to_be_visible()
    assert faults(page) == []


def test_coordinator_keeps_the_clock(signed_in, live_server, transactional_db):
    referral, page = overdue_case(), signed_in(DESK, Role.COORDINATOR)
    page.goto(f"{live_server.url}/panel/clock/")
    expect(page.get_by_role("heading", name="Overdue: 1")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name=referral.reference).first.click()
    expect(page.get_by_text("working days overdue (was due on")).to_be_visible()
    assert faults(page) == []
    move_it(page)
    look_at_a_rule(page, live_server.url)
    page.goto(f"{live_server.url}/panel/clock/address/")
    press(page, "Make an address")
    expect(page.get_by_label("Address of your calendar")).to_be_visible()
    assert faults(page) == []
