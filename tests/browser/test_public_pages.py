"""Every public page in a real browser: telephone and desk, axe, paper, without scripts."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults, overflows
from tests.factories import make_briefing, make_document, make_review, make_theme
from tests.security.examples import Examples
from tscb.board import facts
from tscb.board.models import Page as Explanation

EMERGENCY = "tel:999"
WORRIED = "/worried-about-a-child/"


@pytest.fixture
def content(transactional_db) -> Examples:
    """Enough for a second page of the list, and each thing that a page may show."""
    content = Examples()
    content.review.themes.add(make_theme())
    content.briefing.reviews.add(content.review)
    make_document(make_review())
    for _ in range(21):
        make_review()
        make_briefing()
    return content


def addresses(content: Examples) -> list[str]:
    published = content.briefing.published_at
    assert published
    explained = [f"/{page.slug}/" for page in Explanation.objects.published()]
    return [
        "/",
        "/case-reviews/",
        "/case-reviews/?page=2",
        "/case-reviews/?q=nothing+like+it&year=1900&type=nonsense",
        "/case-reviews/?page=9999",
        f"/case-reviews/{content.review.slug}/",
        "/briefings/",
        f"/briefings/archive/{published.year}/",
        f"/briefings/{content.briefing.slug}/",
        WORRIED,
        "/nowhere/at/all/",
        "/?q=%00",
        *explained,
    ]


def stumbled_over(page: Page) -> list[str]:
    """By any visitor, at any width."""
    return [
        *faults(page),
        *([] if page.locator("h1").count() == 1 else ["not one heading"]),
        *([] if page.locator(f"a[href='{EMERGENCY}']").count() else ["no 999"]),
        *same_words_lead_to_different_places(page),
    ]


def same_words_lead_to_different_places(page: Page) -> list[str]:
    """Links that sound the same to somebody who hears a list of them."""
    links = page.locator("main a[href]").evaluate_all(
        "all => all.map(a => [(a.getAttribute('aria-label') || a.textContent).trim()"
        ".replace(/\\s+/g, ' '), a.href.split('#')[0]])"
    )
    places: dict[str, set[str]] = {}
    for words, place in links:
        places.setdefault(words, set()).add(place)
    return [f"“{words}” leads to {len(to)} places" for words, to in places.items() if len(to) > 1]


def test_every_public_page_is_accessible(window, live_server, content):
    page, found = window(), {}
    for address in addresses(content):
        page.goto(live_server.url + address)
        if wrong := stumbled_over(page):
            found[address] = wrong
    assert found == {}


def test_number_is_called_with_one_press_from_every_page(window, live_server, content):
    page = window(width=320)
    for address in ("/", WORRIED, f"/case-reviews/{content.review.slug}/", "/refer/"):
        page.goto(live_server.url + address)
        links = page.locator("a[href^='tel:']").evaluate_all("all => all.map(a => a.href)")
        assert EMERGENCY in links
        assert len(set(links)) >= 2, f"{address} names no number beside 999"
        assert all(link.removeprefix("tel:").lstrip("+").isdigit() for link in links)


def test_paper_has_the_numbers_in_ink_and_no_buttons(window, live_server, content):
    page = window()
    for address in ("/", WORRIED, f"/briefings/{content.briefing.slug}/"):
        page.goto(live_server.url + address)
        page.emulate_media(media="print")
        assert page.get_by_text("0161 342 4101").locator("visible=true").count() >= 1, address
        assert page.get_by_text("0161 342 2222").locator("visible=true").count() >= 1, address
        expect(page.locator(".board-navigation")).to_be_hidden()


def test_without_scripts_everything_can_be_found(window, live_server, content):
    page = window(width=320, scripts=False)
    page.goto(live_server.url)
    page.get_by_label("Search case reviews").fill(content.review.title)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=content.review.title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(content.review.title)
    page.get_by_role("link", name="7 minute briefings").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_text_can_be_twice_as_large(window, live_server, content):
    """WCAG 1.4.4: nothing runs out of sight."""
    page = window(width=640)
    for address in ("/", WORRIED, "/case-reviews/"):
        page.goto(live_server.url + address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert not overflows(page), address


def test_menu_stands_in_one_line_on_a_desk(window, live_server, content):
    page = window(width=1280)
    page.goto(f"{live_server.url}/briefings/")
    places = page.locator(".board-navigation a").evaluate_all(
        "all => all.map(a => Math.round(a.getBoundingClientRect().top))"
    )
    assert len(places) == 7
    assert len(set(places)) == 1


@pytest.fixture(autouse=True)
def true_facts(transactional_db) -> None:
    facts.set_up()
