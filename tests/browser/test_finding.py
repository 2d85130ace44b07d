"""Searching and narrowing the list of reviews in a real browser: by keyboard, narrow, misspelt."""

import pytest
from playwright.sync_api import Page, expect

from reviews.models import AgeBand, CaseReview, ReportPage
from tests.browser.accessibility import faults
from tests.factories import make_briefing, make_document, make_review, make_theme
from tests.factories.reviews import make_agency, make_harm

STATES = {
    "all": "/case-reviews/",
    "narrowed": "/case-reviews/?q=supervision&theme=neglect-and-emotional-harm&age=1-5&sort=oldest",
    "phrase": "/case-reviews/?q=%22asked+about+supervision%22",
    "unknown": "/case-reviews/?theme=nope&year=1066&sort=nope",
    "too long": f"/case-reviews/?q={'supervision' * 30}",
    "nothing": "/case-reviews/?q=unicorn&age=1-5",
    "misspelt": "/case-reviews/?q=supervison",
    "home": "/?q=supervision",
    "home, nothing": "/?q=unicorn",
    "home, misspelt": "/?q=supervison",
    "briefings": "/briefings/?q=children",
}


@pytest.fixture
def reviews(transactional_db: None) -> None:
    for number in range(21):
        review = make_review(title=f"Supervision {number}", age_band=AgeBand.FROM_1)
        review.themes.add(make_theme("Neglect and emotional harm"))
        review.agencies.add(make_agency("Pennine acute hospitals and community services"))
        review.harms.add(make_harm("Child sexual exploitation"))
    document = make_document(CaseReview.objects.latest("pk"))
    ReportPage.objects.create(document=document, number=1, text="Nobody asked about supervision.")
    make_briefing(title="A child in supervision")


def test_every_state_of_the_list_is_accessible_and_fits(window, live_server, reviews):
    page = window()
    for state, address in STATES.items():
        page.goto(live_server.url + address)
        assert faults(page) == [], state


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", name=text, exact=True)).to_be_visible()


def test_list_is_narrowed_and_widened_again(window, live_server, reviews):
    page = window(scripts=False)
    page.goto(live_server.url + "/case-reviews/")
    heading(page, "21 case reviews, page 1 of 2")
    page.get_by_label("Search", exact=True).fill("nobody supervision")
    page.get_by_label("Theme").select_option("Neglect and emotional harm (21)")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Show").click()
    heading(page, "1 case review")
    expect(page.get_by_role("link", name="Overview report, page 1")).to_be_visible()
    page.get_by_role("link", name="Remove Words: nobody supervision").click()
    heading(page, "21 case reviews, page 1 of 2")
    page.get_by_role("link", name="Remove Theme: Neglect and emotional harm").click()
    heading(page, "21 case reviews, page 1 of 2")
    expect(page).to_have_url(f"{live_server.url}/case-reviews/?")


def test_choices_can_be_cleared_at_once(window, live_server, reviews):
    page = window()
    page.goto(live_server.url + STATES["nothing"])
    heading(page, "0 case reviews")
    page.get_by_role("link", name="Clear all").click()
    heading(page, "21 case reviews, page 1 of 2")


@pytest.mark.parametrize("state", ["misspelt", "home, misspelt"])
def test_misspelt_word_is_one_click_from_what_was_meant(window, live_server, reviews, state):
    page = window(width=320)
    page.goto(live_server.url + STATES[state])
    expect(page.get_by_text("Did you mean")).to_be_visible()
    page.get_by_role("link", name="supervision", exact=True).click()
    expect(page.get_by_role("link", name="Supervision 20")).to_be_visible()


def test_unknown_choices_are_told_and_left_out(window, live_server, reviews):
    page = window()
    page.goto(live_server.url + STATES["unknown"])
    expect(page.get_by_text("“nope” is no theme we have; all are shown.")).to_be_visible()
    expect(page.get_by_text("“1066” is no year published we have")).to_be_visible()
    heading(page, "21 case reviews, page 1 of 2")
