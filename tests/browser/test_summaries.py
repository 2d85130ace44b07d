"""An agency with a telephone: from the link in the mail to the answer; and what the panel sees."""

from playwright.sync_api import Page, expect

from referrals.models import SummaryState
from tests.browser.accessibility import DESK, TELEPHONE, faults
from tests.browser.practitioner import press
from tests.browser.waiting import says_error
from tests.factories.referrals import received
from tests.factories.summaries import HEALTH, asked, code_for, the_summary, token_for
from tscb.board.models import Agency
from tscb.board.roles import Role


def fill_in_some(page: Page) -> None:
    page.get_by_role("link", name="Your involvement").click()
    page.get_by_label("How was your agency involved?").fill("Six visits.")
    assert faults(page) == []
    press(page, "Save and continue")
    expect(page.get_by_role("heading", name="Your key dates")).to_be_visible()
    page.get_by_role("link", name="See all parts of your summary").click()
    page.get_by_role("button", name="See what is still missing").click()
    expect(page.get_by_text("Before you can send this")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name="Back", exact=True).click()


def hand_on_to_nobody(page: Page) -> None:
    page.get_by_role("link", name="Somebody else in my agency should answer").click()
    press(page, "Hand it on")
    says_error(page)
    assert faults(page) == []
    page.get_by_role("link", name="Back", exact=True).click()


def test_agency_answers_on_a_telephone(window, live_server, transactional_db):
    asked()
    page = window(width=TELEPHONE, height=640)
    page.goto(f"{live_server.url}/summary/{token_for()}/")
    assert faults(page) == []
    press(page, "Send me a code")
    page.get_by_label("Your code").fill(code_for())
    press(page, "Continue")
    expect(page.get_by_text("Robin Sample")).to_be_visible()
    assert faults(page) == []
    fill_in_some(page)
    hand_on_to_nobody(page)
    page.get_by_role("link", name="They are not known to us after all").click()
    press(page, "They are not known to us")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert faults(page) == []
    assert the_summary().state == SummaryState.NIL


def test_coordinator_asks_and_reads(signed_in, live_server, transactional_db):
    referral, page = received(), signed_in(DESK, Role.COORDINATOR)
    Agency.objects.create(name=HEALTH.name, slug="health", summaries_email=HEALTH.email)
    case = f"{live_server.url}/panel/referrals/{referral.pk}/agencies/"
    page.goto(f"{case}ask/")
    press(page, "Ask them")
    says_error(page)
    page.get_by_label(HEALTH.name).check()
    expect(page.locator(f'input[value="{HEALTH.email}"]')).to_be_visible()
    assert faults(page) == []
    for part, typed in (("Day", "1"), ("Month", "1"), ("Year", "2024")):
        page.get_by_label(part, exact=True).first.fill(typed)
    press(page, "Ask them")
    expect(page.get_by_text("The requests are on their way")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name=HEALTH.name).click()
    expect(page.get_by_text("Nothing has been sent")).to_be_visible()
    assert faults(page) == []
    page.goto(f"{live_server.url}/panel/agencies/")
    expect(page.get_by_text(HEALTH.name)).to_be_visible()
    assert faults(page) == []
