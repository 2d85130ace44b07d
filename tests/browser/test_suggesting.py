"""Somebody shares good practice: from the public page into the form, on a telephone and a large
screen, with axe."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import faults
from tscb.board import facts

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def board(transactional_db: None) -> None:
    facts.set_up()


def test_good_practice_is_suggested(window, live_server) -> None:
    page = window()
    page.goto(f"{live_server.url}/learning-reviews/")
    assert faults(page) == []
    page.get_by_role("button", name="Suggest a Learning Review").click()
    expect(page.get_by_role("heading", name="Suggest a Learning Review")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Start now").click()
    page.get_by_role("group", name="Is any child").get_by_label("No", exact=True).check()
    page.get_by_role("group", name="Have you spoken").get_by_label("Yes", exact=True).check()
    page.get_by_role("button", name="Save and continue").click()
    learning = page.get_by_label(re.compile("^Look at the case for what can be learned"))
    expect(learning).to_be_checked()
    page.get_by_label(re.compile("^Good practice")).check()
    assert faults(page) == []
