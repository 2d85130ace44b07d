"""How board staff sign in, in a real browser: with an authenticator app, and with a passkey of a
virtual device.
"""

import re

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.accessibility import overflows, violations
from tests.browser.waiting import says_error
from tests.factories import make_person
from tests.factories.people import PASSWORD
from tests.security.signing_in import code
from tscb.board.models import User
from tscb.board.roles import Role
from tscb.board.sample import code_now

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def type_password(page: Page, site: str, person: User) -> None:
    page.goto(f"{site}/admin/")
    page.get_by_label("Email").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_load_state()


def confirm_password(page: Page) -> None:
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()


@pytest.fixture
def device():
    """Gives a window a fingerprint reader that always says yes."""
    sessions: list[CDPSession] = []

    def plug_in(page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        sessions.append(session)

    return plug_in


def test_password_and_code_lead_to_the_page_that_was_asked_for(window, live_server):
    person = make_person(Role.EDITOR)
    page = window(width=320)
    type_password(page, live_server.url, person)
    expect(page.get_by_role("heading", name="Enter your code")).to_be_visible()
    assert violations(page) == []
    assert not overflows(page)
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Sign in", exact=True).click()
    says_error(page)
    assert violations(page) == []
    page.get_by_label("Code").fill(code())
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(f"{live_server.url}/admin/")


def test_new_person_sets_up_an_app_and_signs_in_with_it(window, live_server):
    person = make_person(Role.EDITOR, second_factor=False)
    page = window()
    type_password(page, live_server.url, person)
    expect(page.get_by_role("heading", name="Your second factor")).to_be_visible()
    page.get_by_role("button", name="Set up an app").click()
    confirm_password(page)
    assert violations(page) == []
    secret = re.search(r"\b[A-Z2-7]{32}\b", page.content())
    assert secret, "the secret can be typed where a picture cannot be taken"
    page.get_by_label("Code").fill(code_now(secret[0]))
    page.locator("main form button[type=submit]").first.click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    assert violations(page) == []
    page.goto(f"{live_server.url}/admin/")
    expect(page).to_have_url(re.compile("/staff/login/"))


def test_passkey_is_added_and_then_opens_the_panel_without_a_password(window, live_server, device):
    person = make_person(Role.PANEL_MEMBER, second_factor=False)
    page = window()
    device(page)
    type_password(page, live_server.url, person)
    page.get_by_role("button", name="Add a passkey").click()
    confirm_password(page)
    page.get_by_label("Name").fill("Work laptop")
    page.wait_for_load_state()  # the button works once its script has come
    page.get_by_role("button", name="Add the passkey").click()
    expect(page).not_to_have_url(re.compile("/webauthn/add/"))
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/panel/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(f"{live_server.url}/panel/")
    expect(page.get_by_role("heading", name="Cases", exact=True)).to_be_visible()
    assert violations(page) == []
