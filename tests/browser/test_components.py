"""Components and form fields in a real browser: accessibility, focus, narrow screens, paper, and
life without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults
from tests.browser.waiting import says_error

FIRST_INPUTS = [
    "id_name",
    "id_email",
    "id_secret",
    "id_spoken_0",
    "id_born_day",
    "id_agencies_0",
    "id_agency",
    "id_what",
    "id_report",
    "id_true",
]


@pytest.fixture
def gallery(live_server, settings) -> str:
    settings.ROOT_URLCONF = "tests.browser.gallery"
    return f"{live_server.url}/gallery/"


def sent_empty(page: Page, gallery: str) -> Page:
    page.goto(f"{gallery}form/")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    return page


@pytest.mark.parametrize("address", ["", "form/"])
def test_every_component_is_accessible(window, gallery, address):
    page = window()
    page.goto(gallery + address)
    assert faults(page) == []


def test_every_field_with_an_error_is_accessible(window, gallery):
    page = sent_empty(window(width=320), gallery)
    assert faults(page) == []
    says_error(page)


def test_each_line_of_the_error_summary_focuses_its_input(window, gallery):
    page = sent_empty(window(), gallery)
    focused = []
    for link in page.locator(".govuk-error-summary__list a").all():
        link.click()
        focused.append(page.evaluate("document.activeElement.id"))
    assert focused == FIRST_INPUTS


def test_error_of_a_date_focuses_the_part_that_is_wrong(window, gallery):
    page = window()
    page.goto(f"{gallery}form/")
    page.fill("#id_born_day", "3")
    page.fill("#id_born_year", "2019")
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_role("link", name="Date of birth must include a month").click()
    assert page.evaluate("document.activeElement.id") == "id_born_month"
    assert page.input_value("#id_born_day") == "3"


def test_dependent_field_shows_only_with_its_choice(window, gallery):
    page = window()
    page.goto(f"{gallery}form/")
    expect(page.locator("#id_why")).to_be_hidden()
    page.get_by_label("No", exact=True).check()
    expect(page.locator("#id_why")).to_be_visible()
    page.get_by_label("Yes", exact=True).check()
    expect(page.locator("#id_why")).to_be_hidden()
    page.get_by_label("Another").check()
    expect(page.locator("#id_which")).to_be_visible()


def test_everything_shows_without_javascript(window, gallery):
    page = window(width=320, scripts=False)
    page.goto(f"{gallery}form/")
    for dependent in ("#id_why", "#id_which"):
        expect(page.locator(dependent)).to_be_visible()
    expect(page.get_by_role("link", name="7 minute briefings")).to_be_visible()


def test_double_click_sends_once(window, gallery):
    page = window()
    page.goto(f"{gallery}form/")
    sent = []
    page.on("request", lambda request: sent.append(request.method))
    page.get_by_role("button", name="Save and continue").dblclick()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert sent.count("POST") == 1


def test_keyboard_reaches_the_content_first(window, gallery):
    page = window()
    page.goto(f"{gallery}form/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


def test_paper_keeps_the_numbers_and_drops_what_is_only_pressed(
    window: Callable[..., Page], gallery: str
):
    page = window()
    page.goto(gallery)
    page.emulate_media(media="print")
    banner = page.locator(".board-worried")
    for number in ("999", "0161 342 4101", "0161 342 2222"):
        expect(banner.get_by_text(number).locator("visible=true")).to_have_count(1)
    expect(banner.get_by_text("until").locator("visible=true")).to_have_count(0)
    for gone in (".board-navigation", ".govuk-breadcrumbs", ".govuk-pagination", ".govuk-button"):
        expect(page.locator(gone).first).to_be_hidden()


def test_policy_lets_everything_run_that_the_page_brings(window, gallery):
    page = window()
    refused = []
    page.on("console", lambda told: refused.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.goto(f"{gallery}form/")
    expect(page.locator("body")).to_have_class(
        "govuk-template__body js-enabled govuk-frontend-supported"
    )
    assert refused == []
