"""Staff change menu, home page and notices, look at the preview, and visitors see it: one journey,
with axe on what is in order and on what is refused."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.accessibility import faults, overflows
from tests.factories import make_briefing, make_review, make_theme
from tests.factories.frontage import make_notice
from tscb.board import facts, site
from tscb.board.frontage.notices import Kind
from tscb.board.models import HomePage, Menu

REFER_STAYS = "“Refer a case” stays: any practitioner has to find the way"


def test_staff_change_what_stands_around_and_in_front(
    signed_in: Callable[..., Page], window: Callable[..., Page], live_server: Any
) -> None:
    facts.set_up()
    make_notice("The office is closed on [Friday](/about/).", kind=Kind.IMPORTANT)
    for make in (make_review, make_briefing):
        make().themes.add(make_theme())
    page = signed_in()
    page.goto(f"{live_server.url}/admin/")
    expect(page.get_by_role("heading", name="Waiting for you")).to_be_visible()
    page.get_by_role("link", name="Notices on the site now (1)").click()
    page.get_by_role("link", name="The office is closed").click()
    page.get_by_label("Text").fill("Call 0161 496 0000.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("is not one of the board’s contact points")).to_be_visible()
    assert faults(page) == []
    _try_the_menu(page, live_server.url)
    _try_the_home_page(page, live_server.url)
    _look_as_a_visitor(window(width=320, scripts=False), live_server.url)


def _try_the_menu(page: Page, at: str) -> None:
    menu = Menu.objects.get(place="header")
    page.goto(f"{at}/admin/board/menu/{menu.pk}/change/")
    assert faults(page) == []
    page.locator("[id$=-DELETE]").nth(4).check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text(REFER_STAYS)).to_be_visible()
    assert faults(page) == []


def _try_the_home_page(page: Page, at: str) -> None:
    home = HomePage.objects.get()
    page.goto(f"{at}/admin/board/homepage/{home.pk}/change/")
    assert faults(page) == []
    page.get_by_label("Heading").first.fill("What we learned")
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Preview in another tab").click()
    preview = opened.value
    expect(preview.get_by_role("heading", level=1, name="What we learned")).to_be_visible()
    assert faults(preview) == []
    preview.close()
    expect(page.get_by_label("Heading").first).to_have_value("What we learned")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()


def _look_as_a_visitor(page: Page, at: str) -> None:
    """On a telephone, without scripts."""
    site.forget()
    page.goto(f"{at}/")
    expect(page.get_by_role("heading", level=1, name="What we learned")).to_be_visible()
    expect(page.get_by_role("region", name="Important")).to_contain_text("The office is closed")
    assert not overflows(page)
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Themes").click()
    current = page.get_by_role("navigation", name="Menu").locator("[aria-current=page]")
    expect(current).to_have_text("Themes")
    page.goto(f"{at}/worried-about-a-child/")
    expect(page.get_by_role("region", name="Important")).to_have_count(0)
