"""The board's page of reach: charts beside their tables, on a telephone, on a desk, and empty."""

from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import expect

from tests.browser.accessibility import faults
from tests.factories import make_briefing, make_person, make_use, sign_in
from tests.factories.reach import come_to, held_on, recommended
from tests.factories.reviews import make_agency
from tscb.board.roles import Role


@pytest.fixture
def chairs_page(window, live_server):
    page = window()
    key = sign_in(Client(), make_person(Role.INDEPENDENT_CHAIR)).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
    page.goto(f"{live_server.url}/staff/reach/?period=2024")
    return page


def test_numbers_are_told_drawn_and_listed(chairs_page):
    expect(chairs_page.get_by_text("No learning event was held")).to_be_visible()
    assert faults(chairs_page) == []
    for quarter in range(4):
        event = held_on(date(2024, 4 + quarter, 1))
        come_to(event, 2 + quarter, agency=make_agency(f"Sample Trust {quarter}"))
    make_use(make_briefing(), agency=make_agency("Sample School"), used_on=date(2024, 6, 30))
    recommended(date(2023, 1, 1), closed=date(2024, 8, 1), owner="Sample Housing")
    chairs_page.reload()
    drawn = chairs_page.get_by_role("img", name="People who came by quarter; the table below")
    expect(drawn).to_be_visible()
    assert faults(chairs_page) == []
    chairs_page.get_by_label("Numbers of").select_option("eight-quarters")
    chairs_page.get_by_role("button", name="Show").click()
    expect(chairs_page.get_by_text("This time is not over")).to_be_visible()
    with chairs_page.expect_download() as saved:
        chairs_page.get_by_role("link", name="All numbers as one table (CSV)").click()
    assert saved.value.suggested_filename == "reach-eight-quarters.csv"
