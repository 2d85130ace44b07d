"""A briefing is presented to a room: by keyboard, buttons and swipe, with and without scripts."""

import pytest
from playwright.sync_api import Page, expect

from briefings.models import BriefingSection, Question
from tests.browser.accessibility import faults, overflows, violations
from tests.browser.waiting import ends_at
from tests.factories import make_briefing
from tscb.board import facts

pytestmark = pytest.mark.usefixtures("transactional_db")


@pytest.fixture
def briefing(transactional_db: None):
    facts.set_up()
    made = make_briefing(title="Unseen men", slug="unseen-men")
    Question.objects.create(briefing=made, text="Who asked him?")
    return made


@pytest.fixture
def presentation(live_server, briefing) -> str:
    return f"{live_server.url}{briefing.get_absolute_url()}present/"


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("[data-steps]")).to_be_visible()
    return page


def shown(page: Page) -> list[str]:
    """The ids of the slides that can be seen."""
    return page.locator(".board-slide:visible").evaluate_all("all => all.map(one => one.id)")


def swipe(page: Page, *, across: int, down: int = 0) -> None:
    page.evaluate(
        """([across, down]) => {
            const target = document.querySelector(".board-slide:not([hidden])");
            const at = (x, y) => new Touch({identifier: 1, target, clientX: x, clientY: y});
            const tell = (name, touches, changed) => target.dispatchEvent(new TouchEvent(name,
                {bubbles: true, touches, changedTouches: [changed]}));
            tell("touchstart", [at(200, 300)], at(200, 300));
            tell("touchend", [], at(200 + across, 300 + down));
        }""",
        [across, down],
    )


def test_one_slide_is_shown_and_keys_turn_it(window, presentation):
    page = opened(window(), presentation)
    for key, expected in (
        ("ArrowRight", "part-1"), ("PageDown", "part-2"), ("ArrowLeft", "part-1"),
        ("End", "questions"), ("ArrowRight", "questions"), ("PageUp", "part-7"),
        ("Home", "start"), ("ArrowLeft", "start"),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert shown(page) == [expected], key
        ends_at(page, f"#{expected}")


def test_keys_of_the_browser_stay_its_own(window, presentation):
    page = opened(window(), presentation)
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Control+End")
    assert shown(page) == ["start"]


def test_escape_leaves(window, presentation, briefing):
    page = opened(window(), presentation)
    page.keyboard.press("Escape")
    page.wait_for_url(f"**{briefing.get_absolute_url()}")


def test_buttons_turn_keep_the_focus_and_say_where_we_are(window, presentation):
    page = opened(window(), presentation)
    back, on = (page.get_by_role("button", name=name, exact=True) for name in ("Back", "Next"))
    expect(back).to_have_attribute("aria-disabled", "true")
    on.click()
    expect(on).to_be_focused()
    expect(page.locator("[data-place]")).to_have_text("2 of 9: 1. Part 1")
    back.click()
    expect(page.locator("[data-place]")).to_have_text("1 of 9: Unseen men")
    page.keyboard.press("End")
    expect(on).to_have_attribute("aria-disabled", "true")
    on.click(force=True)
    assert shown(page) == ["questions"]


def test_focus_inside_a_slide_goes_on_to_the_next(window, presentation):
    page = opened(window(), presentation)
    page.locator("#start a").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#part-1")).to_be_focused()


def test_swipes_turn_and_scrolling_does_not(window, presentation):
    page = opened(window(width=320), presentation)
    swipe(page, across=-120)
    assert shown(page) == ["part-1"]
    swipe(page, across=-120, down=200)
    swipe(page, across=-20)
    assert shown(page) == ["part-1"]
    swipe(page, across=120)
    assert shown(page) == ["start"]


def test_a_link_to_a_part_opens_it(window, presentation):
    page = opened(window(), f"{presentation}#part-3")
    assert shown(page) == ["part-3"]
    page.reload()
    assert shown(page) == ["part-3"]
    page.evaluate("location.hash = '#part-5'")
    expect(page.locator("#part-5")).to_be_visible()
    page.evaluate("location.hash = '#nowhere'")
    assert shown(page) == ["part-5"]


def test_long_part_is_fitted_then_scrolls(window, presentation, briefing):
    BriefingSection.objects.filter(briefing=briefing, number=1).update(text="word " * 60)
    BriefingSection.objects.filter(briefing=briefing, number=2).update(text="word " * 590)
    page = opened(window(height=720), f"{presentation}#part-1")
    beyond = "one => one.scrollHeight > one.clientHeight"
    assert not page.locator("#part-1").evaluate(beyond)
    page.keyboard.press("ArrowRight")
    assert page.locator("#part-2").evaluate(beyond)
    expect(page.locator("#part-2")).to_have_attribute("tabindex", "0")
    page.keyboard.press("ArrowDown")
    assert page.locator("#part-2").evaluate("one => one.scrollTop") > 0
    page.keyboard.press("ArrowUp")
    assert page.locator("#part-2").evaluate("one => one.scrollTop") == 0
    assert violations(page) == []


def test_timer_is_started_paused_reset_and_ends_gently(window, presentation):
    page = window()
    page.clock.install()
    opened(page, presentation)
    left, toggle = page.locator("[data-timer-left]"), page.locator("[data-timer-toggle]")
    page.clock.run_for(5_000)
    expect(left).to_have_text("7:00")
    toggle.click()
    page.clock.run_for(61_000)
    expect(left).to_have_text("5:59")
    toggle.click()
    expect(toggle).to_have_text("Go on")
    page.clock.run_for(60_000)
    expect(left).to_have_text("5:59")
    toggle.click()
    page.clock.run_for(360_000)
    expect(left).to_have_text("Time to talk")
    expect(page.locator("[data-timer-said]")).to_have_text("Seven minutes are over.")
    toggle.click()
    page.clock.run_for(1_000)
    expect(left).to_have_text("6:59")
    page.get_by_role("button", name="Reset").click()
    expect(left).to_have_text("7:00")
    expect(toggle).to_have_text("Start")


def test_everybody_can_follow(window, presentation):
    page = opened(window(), presentation)
    for _ in range(3):
        assert faults(page) == []
        expect(page.get_by_role("link", name="999").first).to_be_visible()
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("width", [320, 1280])
def test_without_scripts_it_is_one_long_page(window, presentation, width):
    page = window(width=width, scripts=False)
    page.goto(presentation)
    assert len(shown(page)) == 9
    expect(page.locator("[data-steps]")).to_be_hidden()
    expect(page.locator("[data-timer]")).to_be_hidden()
    assert not overflows(page)


def test_type_can_be_read_from_the_back(window, presentation):
    page = opened(window(width=1280, height=720), f"{presentation}#part-1")
    font = "one => parseFloat(getComputedStyle(one).fontSize)"
    size = page.locator("#part-1 p").first.evaluate(font)
    assert size >= 40


def test_paper_has_every_slide(window, presentation):
    page = opened(window(), presentation)
    page.emulate_media(media="print")
    assert len(shown(page)) == 9
    expect(page.locator("[data-steps]")).to_be_hidden()


def test_nothing_moves_for_those_who_asked_for_rest(window, presentation):
    page = window()
    page.emulate_media(reduced_motion="reduce")
    opened(page, presentation)
    assert page.locator("#start").evaluate("one => getComputedStyle(one).animationName") == "none"
