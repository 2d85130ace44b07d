"""What it takes to render a page for the first time, counted in calls of functions: a number that
is the same on every machine, unlike a time. Where a page comes near its bound, find what it does
twenty times that it need not do at all; docs/performance.md has the times.
"""

import sys
from types import FrameType
from typing import Any

import pytest
from django.test import Client

from tests.factories import make_briefing, make_document, make_review, make_theme

pytestmark = pytest.mark.django_db
ROWS = 25  # more than a page of a list has
WORDS = "Nobody asked what a day at home was like for the child. " * 20


@pytest.fixture
def site() -> dict[str, str]:
    """The addresses of what a visitor sees most."""
    theme, review, briefing = (
        make_theme("Neglect"),
        make_review(what_happened=WORDS),
        make_briefing(),
    )
    others: list[Any] = [make_briefing(), *(make_review() for _ in range(ROWS))]
    for item in (review, briefing, *others):
        item.themes.add(theme)
    make_document(review)
    briefing.reviews.add(review)
    return {"review": review.get_absolute_url(), "briefing": briefing.get_absolute_url()}


def calls(address: str) -> int:
    """Of Python's own functions, for a visitor who comes to a process that has served others."""
    client, number = Client(), 0

    def count(frame: FrameType, event: str, what: Any) -> None:
        nonlocal number
        number += event == "call"

    assert client.get(address).status_code == 200
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        client.get(address)
    finally:
        sys.setprofile(before)
    return number


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/", 6_000),
        ("/case-reviews/", 11_500),
        ("/case-reviews/?q=information", 13_000),
        ("/?q=information", 9_500),
        ("review", 9_500),
        ("briefing", 10_500),
        ("/worried-about-a-child/", 5_500),
    ],
)
def test_page_takes_no_more_than_it_need(site: dict[str, str], address: str, most: int) -> None:
    assert calls(site.get(address, address)) <= most
