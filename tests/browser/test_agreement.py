"""A manager with a telephone: from the link in the mail to the answer, and every error."""

from playwright.sync_api import expect

from referrals.models import AgreementLink, Referral
from tests.browser.accessibility import TELEPHONE, faults
from tests.browser.practitioner import press
from tests.browser.waiting import says_error
from tests.factories.agreement import asked, newest_code, newest_token, request_of, the_agreement
from tests.factories.referrals import received
from tscb.board.roles import Role


def test_manager_answers_on_a_telephone(window, live_server, transactional_db):
    page, token = window(width=TELEPHONE, height=640), asked()
    found = {}

    def look(state: str) -> None:
        if faulty := faults(page):
            found[state] = faulty

    page.goto(f"{live_server.url}/agreement/{token}/")
    look("link")
    press(page, "Send me a code")
    look("code")
    page.get_by_label("Your code").fill("12")
    press(page, "Continue")
    says_error(page)
    look("code with errors")
    page.get_by_label("Your code").fill(newest_code())
    press(page, "Continue")
    expect(page.get_by_role("heading", name="Do you agree to this referral?")).to_be_visible()
    look("answer")
    page.get_by_label("I do not agree").check()
    press(page, "Send my answer")
    page.get_by_role("link", name="Say why you do not agree").click()
    expect(page.get_by_label("Why do you not agree?")).to_be_focused()
    look("answer with errors")
    page.get_by_label("I agree, and want to add a comment").check()
    page.get_by_label("Your comment").fill("Our records are ready.")
    press(page, "Send my answer")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    look("answered")
    assert the_agreement().words == "Our records are ready."
    assert found == {}


def test_manager_answers_without_scripts_and_with_the_keyboard(
    window, live_server, transactional_db
):
    page, token = window(width=TELEPHONE, scripts=False), asked()
    page.goto(f"{live_server.url}/agreement/{token}/")
    page.get_by_role("button", name="Send me a code").press("Enter")
    page.get_by_label("Your code").fill(newest_code())
    page.get_by_label("Your code").press("Enter")
    page.get_by_label("I agree", exact=True).press("Space")
    page.get_by_role("button", name="Send my answer").press("Enter")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert the_agreement().is_given


def test_links_that_are_over_are_accessible(window, live_server, transactional_db):
    page, token = window(width=TELEPHONE), asked()
    AgreementLink.objects.update(expires_at="2020-01-01T00:00Z")
    for address, said in ((token, "This link has expired"), ("x", "We do not know this link")):
        page.goto(f"{live_server.url}/agreement/{address}/")
        expect(page.get_by_role("heading", name=said)).to_be_visible()
        assert faults(page) == []
    page.goto(f"{live_server.url}/agreement/{token}/")
    press(page, "Send me a new link")
    assert faults(page) == []
    token = newest_token()
    request_of(Referral.objects.get())
    page.goto(f"{live_server.url}/agreement/{token}/")
    expect(page.get_by_role("heading", name="This link is no longer needed")).to_be_visible()
    assert faults(page) == []


def test_coordinator_enters_an_answer(signed_in, live_server, transactional_db):
    referral, page = received(), signed_in(TELEPHONE, Role.COORDINATOR)
    page.goto(f"{live_server.url}/panel/referrals/{referral.pk}/")
    page.get_by_role("link", name="Record an answer that came by phone or post").click()
    assert faults(page) == []
    press(page, "Record the answer")
    says_error(page)
    assert faults(page) == []
    page.get_by_label("By phone").check()
    for part, typed in (("Day", "6"), ("Month", "3"), ("Year", "2025")):
        page.get_by_label(part, exact=True).fill(typed)
    page.get_by_label("Full name of who answered").fill("Morgan Sample")
    page.get_by_label("Their role").fill("Named nurse")
    page.get_by_label("They agree", exact=True).check()
    press(page, "Record the answer")
    expect(page.get_by_text("The answer is recorded")).to_be_visible()
    assert faults(page) == []
    assert the_agreement().is_given
