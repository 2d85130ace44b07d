"""Leaving the form and coming back, in a real browser: on another device, with Back, in two tabs,
and after the cookie was lost.
"""

import pytest
from playwright.sync_api import Page, expect

from referrals.description.example import complete_answers
from referrals.description.pages import FIRST
from referrals.form.journey import address
from tests.browser.accessibility import faults
from tests.browser.practitioner import fill_in, press, send, start
from tests.browser.waiting import says_error
from tests.factories.outbox import link_in, mails_to
from tests.factories.referrals import HAPPENED, keep, the_referral

ME = "pat.practitioner@school.example"
STORY = "#id_outline"


@pytest.fixture
def practitioner(window, live_server) -> Page:
    """With the first page answered."""
    page = window()
    start(page, live_server.url)
    fill_in(page, FIRST, complete_answers())
    press(page, "Save and continue")
    return page


def test_link_in_a_mail_goes_on_on_another_device_until_the_end(window, live_server, practitioner):
    press(practitioner, "Save and come back later")
    press(practitioner, "Send me the link")
    says_error(practitioner)
    assert faults(practitioner) == []
    practitioner.fill("#id_email", ME)
    press(practitioner, "Send me the link")
    expect(practitioner.get_by_text(ME)).to_be_visible()
    assert faults(practitioner) == []
    press(practitioner, "Close the form on this computer")

    link = live_server.url + link_in(mails_to(ME)[0], "/refer/open/")
    other = window(width=320)
    other.goto(link)
    assert faults(other) == []
    press(other, "Open my referral")
    expect(other.get_by_text(the_referral().reference)).to_be_visible()
    press(other, "Continue")
    keep(the_referral(), complete_answers())  # page by page it is another test's way
    other.goto(f"{live_server.url}{address(HAPPENED)}")
    press(other, "Save and continue")
    other.goto(f"{live_server.url}/refer/check/")
    send(other)
    expect(other.get_by_role("heading", name="Referral sent")).to_be_visible()

    practitioner.goto(link)
    expect(practitioner.get_by_role("heading", name="does not work any more")).to_be_visible()
    assert faults(practitioner) == []


def test_asking_for_a_link_and_the_code_on_paper(window, live_server, practitioner):
    press(practitioner, "Save and come back later")
    practitioner.get_by_text("I have no email that reaches me").click()
    press(practitioner, "Show me a return code")
    code = practitioner.locator(".govuk-inset-text strong").inner_text()
    assert faults(practitioner) == []

    other = window()
    other.goto(f"{live_server.url}/refer/return/")
    press(other, "Send me a link")
    assert faults(other) == []
    other.fill("#id_reference", the_referral().reference)
    other.fill("#id_email", ME)
    press(other, "Send me a link")
    expect(other.get_by_role("heading", name="Look at your email")).to_be_visible()
    assert faults(other) == []

    other.goto(f"{live_server.url}/refer/return/")
    other.get_by_text("I have a return code on paper").click()
    press(other, "Open my draft")
    expect(other.locator("#id_code")).to_be_visible()
    other.fill("#id_code", code)
    press(other, "Open my draft")
    expect(other.get_by_text("Completed")).to_be_visible()


def test_back_shows_what_was_typed_whether_it_was_saved_or_not(live_server, practitioner):
    practitioner.goto(live_server.url + address(HAPPENED))
    practitioner.fill(STORY, "Not saved")
    practitioner.get_by_role("link", name="See all parts").click()
    practitioner.go_back()
    expect(practitioner.locator(STORY)).to_have_value("Not saved")
    fill_in(practitioner, HAPPENED, complete_answers())
    press(practitioner, "Save and continue")
    practitioner.go_back()
    practitioner.fill(STORY, "Told anew")
    press(practitioner, "Save and continue")
    assert the_referral().answers["outline"] == "Told anew"


def test_two_tabs_show_both_texts(live_server, practitioner):
    tabs = [practitioner, practitioner.context.new_page()]
    for tab in tabs:
        tab.goto(live_server.url + address(HAPPENED))
        fill_in(tab, HAPPENED, complete_answers())
    for tab, told in zip(tabs, ("The first tells this", "The second tells that"), strict=True):
        tab.fill(STORY, told)
        press(tab, "Save and continue")
    expect(tabs[1].get_by_text("The first tells this")).to_be_visible()
    expect(tabs[1].locator(STORY)).to_have_value("The second tells that")
    assert faults(tabs[1]) == []
    press(tabs[1], "Save and continue")
    assert the_referral().answers["outline"] == "The second tells that"


def test_text_typed_with_a_lost_cookie_is_saved_once_the_draft_is_open_again(
    live_server, practitioner
):
    press(practitioner, "Save and come back later")
    practitioner.fill("#id_email", ME)
    press(practitioner, "Send me the link")
    practitioner.goto(live_server.url + address(HAPPENED))
    fill_in(practitioner, HAPPENED, complete_answers())
    practitioner.fill(STORY, "Typed before the browser was closed")
    practitioner.context.clear_cookies()
    press(practitioner, "Save and continue")
    expect(practitioner.get_by_text("Typed before the browser was closed")).to_be_visible()
    assert faults(practitioner) == []

    second = practitioner.context.new_page()
    second.goto(live_server.url + link_in(mails_to(ME)[0], "/refer/open/"))
    press(second, "Open my referral")
    press(practitioner, "Save what I typed")
    assert the_referral().answers["outline"] == "Typed before the browser was closed"
