"""The page for somebody worried about a child: sure and unsure, the way out, one page of paper."""

from datetime import datetime, timedelta

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults
from tests.browser.waiting import ends_at
from tests.factories.numbers import without_hours
from tscb.board import facts
from tscb.board.models import BoardSettings, ContactPoint, WordsInLanguage
from tscb.board.models.contact import CONFIRMED_FOR

ADDRESS = "/worried-about-a-child/"
SMALLEST = 44  # px of a thing to press, in both directions
ALL_NUMBERS = ["999", "0161 342 4101", "0161 342 2222", "0800 1111", "0808 800 5000", "101"]


@pytest.fixture(autouse=True)
def board(transactional_db, live_server) -> None:
    facts.set_up()
    BoardSettings.objects.update(exit_url=f"{live_server.url}/cookies/")
    WordsInLanguage.objects.update(is_sample=True)


def low_numbers(page: Page) -> list[str]:
    """Telephone numbers in the page's main part that a thumb would miss."""
    return page.locator("main a[href^='tel:']:visible").evaluate_all(
        f"all => all.filter(a => a.getBoundingClientRect().height < {SMALLEST})"
        ".map(a => a.textContent)"
    )


@pytest.mark.parametrize("sure", [True, False])
def test_sure_or_not_it_works_for_everyone(window, live_server, sure):
    if not sure:
        without_hours()
    page = window(width=320)
    page.goto(live_server.url + ADDRESS)
    words = "Call now:" if sure else "Call one of these numbers now"
    expect(page.get_by_text(words)).to_be_visible()
    assert faults(page) == []
    assert low_numbers(page) == []


def test_way_out_leaves_no_way_back(window, live_server):
    page = window()
    for leave in (by_keyboard, by_button):
        page.goto(f"{live_server.url}/briefings/")
        page.goto(live_server.url + ADDRESS)
        expect(page.get_by_text("or press Shift 3 times")).to_be_visible()
        leave(page)
        ends_at(page, "/cookies/")
        page.go_back()
        ends_at(page, "/briefings/")


def by_keyboard(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def by_button(page: Page) -> None:
    page.get_by_role("button", name="Leave this page").click()


def test_way_out_is_a_link_without_scripts(window, live_server):
    page = window(width=320, scripts=False)
    page.goto(live_server.url + ADDRESS)
    page.get_by_role("button", name="Leave this page").click()
    ends_at(page, "/cookies/")


@pytest.mark.parametrize("sure", [True, False])
def test_it_prints_on_one_page_with_every_number_and_when_it_applies(window, live_server, sure):
    for number in ("0161 496 0001", "0161 496 0002"):
        ContactPoint.objects.create(name="Early help", number=number, role="other", note="By day")
    if not sure:
        without_hours()
    page = window()
    page.goto(live_server.url + ADDRESS)
    paper = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = " ".join(paper[0].get_textpage().get_text_bounded().split())
    assert len(paper) == 1
    assert [number for number in ALL_NUMBERS if number not in text] == []
    assert "Monday to Friday outside office hours and weekends" in text
    assert "open now" not in text.lower()
    assert any(f"{day:%-d %B %Y}" in text for day in (yesterday(), timezone.localtime()))


def yesterday() -> datetime:
    """For who prints at midnight."""
    return timezone.localtime() - timedelta(days=1)


def test_staff_pages_of_numbers_work_for_everyone(signed_in, live_server):
    ContactPoint.objects.update(confirmed_at=timezone.now() - CONFIRMED_FOR)
    point = ContactPoint.objects.get(role="office-hours")
    page = signed_in()
    page.goto(f"{live_server.url}/admin/board/contactpoint/{point.pk}/change/")
    page.get_by_label("Number:").fill("0161 496 0002")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("until a second person has checked")).to_be_visible()
    for address in (
        "",
        "board/contactpoint/",
        f"board/contactpoint/{point.pk}/change/",
        "board/closure/",
        "board/closure/moment/?day=2100-01-01&time=12:00",
        f"board/wordsinlanguage/{WordsInLanguage.objects.all()[0].pk}/change/",
    ):
        page.goto(f"{live_server.url}/admin/{address}")
        assert faults(page) == [], address
