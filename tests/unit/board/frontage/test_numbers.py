"""Telephone numbers are told from dates, years and counts."""

import pytest
from django.core.exceptions import ValidationError

from tscb.board.frontage.numbers import check_numbers, telephone_numbers

KNOWN = ["999", "0161 342 4101"]


@pytest.mark.parametrize(
    "text",
    [
        "Call 0161 342 4101 or (0161) 342-4101, or +44 161 342 4101.",
        "In danger, ring 999.",
        "[Call us](tel:01613424101)",
        "Away on 24 December 2026 from 17:30 to 18:00.",
        "Away on 24-12-2026, 2026-12-24 and all through 2026-2027.",
        "We published 12 reviews and 1,500 pages in 2026.",
    ],
)
def test_own_numbers_dates_and_counts_pass(text: str) -> None:
    check_numbers(text, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Call 0161 342 4102.",
        "Call 01613424102",
        "Ring 116 123.",
        "dial 101",
        "[Call us](tel:0161342410)",
        "0161–342–4102",
    ],
)
def test_any_other_number_is_refused_with_its_reason(text: str) -> None:
    with pytest.raises(ValidationError, match="is not one of the board’s contact points"):
        check_numbers(text, KNOWN)


def test_number_is_told_as_it_was_written() -> None:
    assert telephone_numbers("Call (0161) 342 4102 now") == ["(0161) 342 4102"]
