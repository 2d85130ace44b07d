"""The printed page is looked at when a briefing is checked or published; see
tscb.common.publishing."""

from typing import Any

from briefings.models import Briefing
from briefings.sheet import pages_of


def problems(item: Any) -> list[str]:
    if not isinstance(item, Briefing):
        return []
    pages = pages_of(item)
    if pages == 1:
        return []
    return [
        f"Printed, this briefing needs {pages} A4 pages. It is one page by promise: shorten it."
    ]
