"""What axe finds on a page, without the one thing that we know of and accept."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TELEPHONE, TABLET, DESK = 320, 768, 1280
# What is right is a long list that nobody reads.
WHAT_IS_WRONG = """(rules) =>
    axe.run({rules, resultTypes: ["violations"]}).then((found) => found.violations)"""
# Whether colours can be told apart takes axe longer than all else, and no width changes a colour
# (tests/quality/test_static_files.py), so it is asked once.
BUT_COLOURS = {"color-contrast": {"enabled": False}}
# The design system's own script says on a radio whether what it reveals is open (aria-expanded).
# The standard has no such attribute for radios; screen readers do read it, so it stays.
ACCEPTED_RULE, ACCEPTED_CLASS = "aria-allowed-attr", "govuk-radios__input"


def violations(page: Page, rules: dict[str, Any] | None = None) -> list[str]:
    """Each as "rule: the element", for a readable failure. Waits for the style sheets first: text
    on a button that has no colour yet would be called hard to read."""
    page.wait_for_load_state("load")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(WHAT_IS_WRONG, rules or {})
    return [
        f"{rule['id']}: {node['html'][:200]}"
        for rule in found
        for node in rule["nodes"]
        if not _is_accepted(rule["id"], node["html"])
    ]


def _is_accepted(rule: str, html: str) -> bool:
    return rule == ACCEPTED_RULE and "aria-controls" in html and ACCEPTED_CLASS in html


def overflows(page: Page) -> bool:
    """Whether the page has to be moved sideways to be read."""
    page.wait_for_load_state("load")
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def faults(page: Page) -> list[str]:
    """What axe finds on a telephone and on a desk, and the widths at which the page does not fit.

    One window takes them all, one after the other, and is left as wide as it was.
    """
    found, before = [], page.viewport_size
    for width in (TELEPHONE, TABLET, DESK):
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width} px: the page has to be moved sideways"] if overflows(page) else []
        if width != TABLET:
            rules = BUT_COLOURS if width == TELEPHONE else None
            found += [f"{width} px: {one}" for one in violations(page, rules)]
    if before:
        page.set_viewport_size(before)
    return found
