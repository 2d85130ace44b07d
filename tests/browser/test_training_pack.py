"""A trainer picks parts, puts them in order and takes the pack, with and without scripts."""

import re
import zipfile

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.browser.accessibility import faults, violations
from tests.factories import make_briefing, make_review, make_scenario, make_theme
from tscb.board import facts


@pytest.fixture
def address(transactional_db: None, live_server) -> str:
    facts.set_up()
    theme = make_theme("Neglect")
    review = make_review(title="Seeing the child", learning=["Ask twice.", "Tell."])
    make_scenario(review)
    for item in (review, make_briefing(title="A day in the life")):
        item.themes.add(theme)
    return f"{live_server.url}/themes/neglect/"


def order(page: Page) -> list[str]:
    return page.locator("[data-training-parts] label").all_inner_texts()


def test_a_trainer_picks_orders_and_downloads(window, address):
    page = window()
    page.goto(address)
    page.get_by_role("link", name="put a training pack together").click()
    expect(page.get_by_role("heading", name="Training pack", exact=True)).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="First A quiet week").click()
    expect(page.get_by_role("button", name="First A quiet week")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("A quiet week: now number 1 of 4")
    page.get_by_role("button", name="Up Tell.").click()
    page.get_by_label("Ask twice.").uncheck()
    expect(page.get_by_role("status")).to_have_text("3 parts, 39 minutes")
    assert order(page) == ["A quiet week", "A day in the life", "Tell.", "Ask twice."]
    page.get_by_label("How long is your session").fill("60")
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the pack").click()
    with zipfile.ZipFile(download.value.path()) as pack, pack.open("3-slides.pptx") as slides:
        show = Presentation(slides)
    titles = [slide.shapes.title.text_frame.text for slide in show.slides]
    assert titles[3] == "Case scenario 1: A quiet week"
    assert titles[5:7] == ["Briefing 1: A day in the life", "Lesson 1, from “Seeing the child”"]
    page.reload()
    assert order(page) == ["A quiet week", "A day in the life", "Tell."]


def test_the_same_without_scripts_and_what_is_wrong_is_said(window, address):
    page = window(scripts=False)
    page.goto(f"{address}training-pack/")
    page.get_by_role("button", name="Up A quiet week").click()
    expect(page).to_have_url(re.compile(r"#row-scenario-\d+$"))
    assert order(page) == ["A day in the life", "Ask twice.", "A quiet week", "Tell."]
    page = window()
    page.goto(f"{address}training-pack/?chosen=1&minutes=long")
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert faults(page) == []
