"""A page of the form with the keyboard alone, and where the focus can be seen."""

from playwright.sync_api import Page, expect

from referrals.description.pages import FIRST
from tests.browser.practitioner import start
from tests.factories.referrals import WHY

FOCUSED = "document.activeElement"
MOST_STEPS = 40


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the element has the focus, and sees that each stop is visible."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        assert focus_shows(page), page.evaluate(f"{FOCUSED}.outerHTML")
        if page.evaluate(f"{FOCUSED}.matches({selector!r})"):
            return
    raise AssertionError(f"The Tab key does not reach {selector}")


def focus_shows(page: Page) -> bool:
    """Whether an outline, a shadow, a border or a background says where the focus is. The control
    of a radio is drawn on its label."""
    return page.evaluate(
        f"""(() => {{
            const styles = [getComputedStyle({FOCUSED})];
            const label = {FOCUSED}.labels && {FOCUSED}.labels[0];
            if (label) styles.push(getComputedStyle(label, "::before"));
            return styles.some(style => style.outlineStyle !== "none"
                || style.boxShadow !== "none" || style.borderTopWidth === "4px");
        }})()"""
    )


def test_first_page_is_answered_without_a_mouse(window, live_server):
    page = window()
    start(page, live_server.url)
    for question in FIRST.questions:
        tab_to(page, f"input[name={question.name}]")
        page.keyboard.press("Space")
    tab_to(page, "main button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name=WHY.title)).to_be_visible()


def test_errors_are_reached_without_a_mouse(window, live_server):
    page = window()
    start(page, live_server.url)
    page.locator("main button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    first = FIRST.questions[0].name
    assert page.evaluate(f"{FOCUSED}.name") == first
