"""The referral form in a real browser: the whole way, with and without JavaScript, every page and
every page's errors."""

import pytest
from playwright.sync_api import expect

from referrals.description.elements import Requirement
from referrals.description.example import complete_answers
from referrals.description.pages import FIRST
from referrals.description.parallel_processes import PAGE as PROCESSES_PAGE
from referrals.models import Referral
from tests.browser.accessibility import overflows, violations
from tests.browser.practitioner import answer_all, fill_in, press, send, start, way, without_ids
from tests.browser.waiting import says_error

EVERYTHING = [option.value for option in PROCESSES_PAGE.questions[0].options() if not option.alone]


def test_longest_way_without_scripts_ends_with_a_receipt(window, live_server):
    page = window(scripts=False)
    answers = complete_answers(
        child_died="no",
        seriously_harmed="harmed",
        date_of_birth_known="no",
        incident_date_known="no",
        event_when="period",
        processes=EVERYTHING,
    )
    start(page, live_server.url)
    answer_all(page, answers)
    send(page)
    referral = Referral.objects.get()
    expect(page.get_by_role("heading", name="Referral sent")).to_be_visible()
    expect(page.get_by_text(referral.reference)).to_be_visible()
    assert without_ids(referral.answers) == without_ids(answers)


def test_longest_way_with_scripts_is_accessible_everywhere_on_a_narrow_screen(window, live_server):
    page, found = window(width=320), {}

    def look(state: str) -> None:
        if faults := [*violations(page), *(["too wide"] if overflows(page) else [])]:
            found[state] = faults

    answers = complete_answers(
        other_children_safe="no", person_safe_now="not-known", processes=EVERYTHING
    )
    page.goto(f"{live_server.url}/refer/")
    look("start")
    start(page, live_server.url)
    for place in way(page, answers):
        if asks_at_once(place):
            press(page, "Save and continue")
            says_error(page)
            look(f"{place.page.key} with errors")
        fill_in(page, place, answers)
        look(place.page.key)
        press(page, "Save and continue")
    look("check")
    press(page, "Send the referral")
    look("check with errors")
    send(page)
    look("sent")
    assert found == {}
    assert without_ids(Referral.objects.get().answers) == without_ids(answers)


def asks_at_once(place) -> bool:
    """Whether the page has a question that it asks again when everything is left empty."""
    demanded = (one for one in place.page.questions if one.requirement == Requirement.ALWAYS)
    return any(one.condition is None for one in demanded)


@pytest.mark.parametrize("address", ["", "check/", "return/", "delete/", "before-you-start/"])
def test_pages_beside_the_way_are_accessible(window, live_server, address):
    page = window(width=320)
    start(page, live_server.url)
    fill_in(page, FIRST, complete_answers(spoken_to_manager="no" if "start" in address else ""))
    press(page, "Save and continue")
    page.goto(f"{live_server.url}/refer/{address}")
    assert violations(page) == []
    assert not overflows(page)


def test_what_is_missing_is_reached_from_the_check_page_with_one_press(window, live_server):
    page = window()
    start(page, live_server.url)
    fill_in(page, FIRST, complete_answers())
    press(page, "Save and continue")
    page.goto(f"{live_server.url}/refer/check/")
    page.get_by_role("link", name="Enter your full name").click()
    expect(page).to_have_url(f"{live_server.url}/refer/you/?change=yes#id_referrer_name")


def test_page_for_a_draft_that_is_not_here_is_accessible(window, live_server):
    page = window(width=320)
    page.goto(f"{live_server.url}/refer/check/")
    expect(page.get_by_role("heading", name="We cannot find your draft")).to_be_visible()
    assert violations(page) == []
