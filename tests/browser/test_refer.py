"""The referral form in a real browser: the whole way, with and without JavaScript, every page and
every page's errors."""

import pytest
from playwright.sync_api import expect

from referrals.description.example import complete_answers
from referrals.description.pages import FIRST
from referrals.models import Referral
from tests.browser.accessibility import overflows, violations
from tests.browser.practitioner import answer_all, fill_in, press, send, start, way, without_ids


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("path", [{}, {"child_died": "no", "date_of_birth_known": "no"}])
def test_whole_way_ends_with_a_receipt(window, live_server, scripts, path):
    page = window(scripts=scripts)
    answers = complete_answers(**path)
    start(page, live_server.url)
    answer_all(page, answers)
    send(page)
    referral = Referral.objects.get()
    expect(page.get_by_role("heading", name="Referral sent")).to_be_visible()
    expect(page.get_by_text(referral.reference)).to_be_visible()
    assert without_ids(referral.answers) == without_ids(answers)


def test_every_page_and_its_errors_are_accessible_on_a_narrow_screen(window, live_server):
    page, found = window(width=320), {}

    def look(state: str) -> None:
        if faults := [*violations(page), *(["too wide"] if overflows(page) else [])]:
            found[state] = faults

    answers = complete_answers(other_children_safe="no")
    page.goto(f"{live_server.url}/refer/")
    look("start")
    start(page, live_server.url)
    for place in way(page, answers):
        look(place.page.key)
        press(page, "Save and continue")
        assert page.title().startswith("Error: ")
        look(f"{place.page.key} with errors")
        fill_in(page, place, answers)
        press(page, "Save and continue")
    look("check")
    press(page, "Send the referral")
    look("check with errors")
    send(page)
    look("sent")
    assert found == {}


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
