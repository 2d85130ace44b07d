"""A team tells that it used a briefing; staff see the reach. With axe, with errors, narrow."""

from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import expect

from briefings.background import work
from briefings.models import BriefingUse, UseState
from tests.browser.accessibility import faults, violations
from tests.factories import make_briefing, make_person, make_use, sign_in
from tscb.board import facts
from tscb.board.roles import Role


@pytest.fixture
def briefing(transactional_db: None):
    facts.set_up()
    return make_briefing(slug="unseen-men")


def test_a_team_tells(window, live_server, briefing):
    page = window()
    page.goto(live_server.url + briefing.get_absolute_url())
    page.get_by_role("link", name="We used this briefing").click()
    page.get_by_role("button", name="Tell us").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert faults(page) == []
    page.get_by_label("Your team").fill("Duty team north")
    page.get_by_label("Another agency or service").check()
    page.get_by_label("Name of the agency or service").fill("Sample Choir")
    for part, typed in (("Day", "27"), ("Month", "3"), ("Year", "2026")):
        page.get_by_label(part, exact=True).fill(typed)
    page.get_by_label("How many people took part?").fill("9")
    page.get_by_role("button", name="Tell us").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert violations(page) == []
    assert BriefingUse.objects.get().other_agency == "Sample Choir"


def test_staff_see_the_reach(window, live_server, briefing):
    for month in range(1, 9):
        make_use(briefing, used_on=date(2026, month, 1), people=month * 5)
    page = window()
    key = sign_in(Client(), make_person(Role.EDITOR)).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
    page.goto(f"{live_server.url}/admin/briefings/briefinguse/reach/")
    expect(page.get_by_role("img", name="People by quarter")).to_be_visible()
    assert faults(page) == []


def test_editor_decides_on_the_page_of_one_meeting(signed_in, live_server, briefing):
    use = make_use(briefing, state=UseState.WAITING)
    page = signed_in()
    page.goto(f"{live_server.url}/admin/briefings/briefinguse/{use.pk}/change/")
    assert faults(page) == []
    page.get_by_role("button", name="Accept: count it").click()
    expect(page.get_by_text("1 accepted.")).to_be_visible()
    use.refresh_from_db()
    assert use.state == UseState.ACCEPTED


def test_archives_of_years_are_asked_for_and_saved(signed_in, live_server, briefing):
    year = briefing.published_at.year
    page = signed_in()
    page.goto(f"{live_server.url}/admin/briefings/yeararchive/")
    page.get_by_role("button", name=f"Make it for {year}").click()
    expect(page.get_by_text("Waiting for its turn")).to_be_visible()
    assert violations(page) == []
    work()
    page.wait_for_load_state()  # one that is still on its way would break off the next
    page.reload()
    expect(page.get_by_role("link", name=f"Save the ZIP of {year}")).to_be_visible()
    assert faults(page) == []
