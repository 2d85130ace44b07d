"""What comes after sending in a real browser: the practitioner's whole way on a telephone without
JavaScript, the coordinator's side of it, and both on paper."""

from collections.abc import Callable
from datetime import timedelta

import pypdfium2
import pytest
from django.test import Client
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from referrals.form.views import after_sending
from referrals.models import Referral, Status
from tests.browser.accessibility import DESK, TELEPHONE, faults, overflows, violations
from tests.browser.practitioner import press
from tests.browser.waiting import says_error
from tests.factories.meetings import a_meeting
from tests.factories.referrals import received, sent
from tscb.board.roles import Role

REASON = "It is known to the panel already."
NOTE = "The school has found a second note."


@pytest.fixture
def holder(live_server) -> Callable[[Page], Page]:
    """Puts the cookie of a browser that has just sent a referral into a window."""

    def holding(page: Page) -> Page:
        client = Client()
        sent(client)
        token = client.cookies["referral_draft"].value
        page.context.add_cookies(
            [{"name": "referral_draft", "value": token, "url": live_server.url}]
        )
        page.goto(f"{live_server.url}/refer/sent/")
        return page

    return holding


def test_whole_way_after_sending_without_scripts_on_a_telephone(window, holder):
    page = holder(window(width=TELEPHONE, scripts=False))
    expect(page.get_by_text("choose Print in the menu of your browser")).to_be_visible()
    page.get_by_role("link", name="see how far your referral has come").click()
    page.get_by_role("link", name="Add information to the referral").click()
    press(page, "Add to the referral")
    expect(page.get_by_role("link", name="Write what you want to add")).to_be_visible()
    page.get_by_label("What do you want to add?").fill(NOTE)
    press(page, "Add to the referral")
    expect(page.get_by_text("Your information was added")).to_be_visible()
    page.get_by_role("link", name="Withdraw the referral").click()
    page.get_by_label("Why do you withdraw the referral?").fill(REASON)
    press(page, "Withdraw the referral")
    expect(page.get_by_role("heading", name="Withdrawn by you")).to_be_visible()
    referral = Referral.objects.get()
    assert referral.status == Status.WITHDRAWN
    assert referral.additions.get().text == NOTE


def test_every_page_after_sending_and_its_errors_are_accessible(
    window, holder, live_server, monkeypatch
):
    page, found = holder(window(width=TELEPHONE)), {}

    def look(state: str) -> None:
        if seen := [*violations(page), *(["too wide"] if overflows(page) else [])]:
            found[state] = seen

    look("sent")
    for address, button in (("add/", "Add to the referral"), ("withdraw/", "Withdraw the ref")):
        page.goto(f"{live_server.url}/refer/status/{address}")
        look(address)
        press(page, button)
        says_error(page)
        look(f"{address} with errors")
        page.locator("textarea").fill(NOTE)
        press(page, button)
        look(f"status after {address}")
    page.goto(f"{live_server.url}/refer/status/withdraw/")
    look("too late")
    monkeypatch.setattr(after_sending, "ADDITIONS_AN_HOUR", 0)
    page.goto(f"{live_server.url}/refer/status/add/")
    page.locator("textarea").fill(NOTE)
    press(page, "Add to the referral")
    look("too many")
    expect(page.get_by_role("main")).to_contain_text(NOTE)
    assert found == {}


def test_button_prints_where_scripts_run(window, holder):
    page = holder(window())
    page.evaluate("window.print = () => { document.title = 'Printed' }")
    page.get_by_role("button", name="Print this page").click()
    expect(page).to_have_title("Printed")


def words_by_sheet(page: Page) -> list[str]:
    """What each sheet of A4 says."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    return [sheet.get_textpage().get_text_range() for sheet in document]


def test_receipt_takes_one_sheet(window, holder):
    page = holder(window())
    (sheet,) = words_by_sheet(page)
    assert Referral.objects.get().reference in sheet
    assert "0161 342 4101" in sheet
    assert "Robin" not in sheet
    expect(page.get_by_text("Interest from the media")).to_be_visible()
    assert "Interest from the media" not in sheet


def test_coordinator_moves_a_referral_on_and_every_page_is_accessible(signed_in, live_server):
    referral, page, found = received(days_ago=3), signed_in(DESK, Role.COORDINATOR), {}

    def look(state: str) -> None:
        if seen := faults(page):
            found[state] = seen

    page.goto(f"{live_server.url}/panel/referrals/{referral.pk}/")
    a_meeting(localdate() + timedelta(days=7))
    link = "Put before the panel"
    page.get_by_role("link", name=link).or_(page.get_by_role("button", name=link)).click()
    look(link)
    press(page, "Put on its agenda")
    says_error(page)
    look(f"{link} with errors")
    page.get_by_role("radio").check()
    press(page, "Put on its agenda")
    expect(page.get_by_text("It is on the agenda")).to_be_visible()
    look(f"referral after {link}")
    assert found == {}
    assert Referral.objects.get().status == Status.WITH_PANEL


def test_every_sheet_of_a_printed_referral_says_that_it_is_confidential(signed_in, live_server):
    long = "The health visitor had written to the practice. " * 120
    referral, page = received(outline=long), signed_in(DESK, Role.PANEL_MEMBER)
    page.goto(f"{live_server.url}/panel/referrals/{referral.pk}/")
    sheets = words_by_sheet(page)
    assert len(sheets) > 2
    for number, sheet in enumerate(sheets, 1):
        assert "CONFIDENTIAL" in sheet
        assert referral.reference in sheet
        assert f"Page {number} of {len(sheets)}" in sheet
