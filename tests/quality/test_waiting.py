"""Browser tests wait for what they look at: what is read at once after a click may be of no page
at all, and such a test fails once in twenty runs, on the slowest machine.
"""

import re

from tests.quality.source import ROOT, place

AT_ONCE = re.compile(r"assert (not )?\w+\.(title\(\)|url\b|content\(\))")


def test_no_browser_test_looks_at_a_page_before_it_has_come() -> None:
    looked = [
        place(path, number)
        for path in sorted((ROOT / "tests/browser").glob("*.py"))
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if AT_ONCE.search(line)
    ]
    assert not looked, "Use expect(…), or tests/browser/waiting.py."


def test_looking_at_once_is_seen() -> None:
    assert AT_ONCE.search('    assert page.title().startswith("Error: ")')
    assert AT_ONCE.search('    assert page.url == "/"')
    assert not AT_ONCE.search("    assert faults(page) == [], page.url")
