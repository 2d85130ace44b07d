"""Looks at a page that may still be on its way: a click has done its work before the next page has
come, and what is read at once may be of neither page. These wait as `expect` does.
"""

import re

from playwright.sync_api import Page, expect


def says_error(page: Page) -> None:
    """The title of a page that refuses what was sent begins with it, for who cannot see colours."""
    expect(page).to_have_title(re.compile(r"^Error: "))


def says_no_error(page: Page) -> None:
    expect(page).to_have_title(re.compile(r"^(?!Error: )."))


def ends_at(page: Page, address: str) -> None:
    """The page has an address with this end, fragment and all."""
    expect(page).to_have_url(re.compile(re.escape(address) + "$"))
