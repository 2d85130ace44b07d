"""How many working days a referral has waited."""

from datetime import date

import pytest

from referrals.panel.waiting import working_days_since


@pytest.mark.parametrize(
    ("received", "today", "days"),
    [
        (date(2026, 11, 2), date(2026, 11, 2), 0),
        (date(2026, 11, 2), date(2026, 11, 3), 1),
        (date(2026, 11, 6), date(2026, 11, 9), 1),
        (date(2026, 11, 7), date(2026, 11, 8), 0),
        (date(2026, 12, 24), date(2026, 12, 29), 1),
    ],
    ids=["same day", "next day", "over a weekend", "within a weekend", "over Christmas"],
)
def test_working_days_since(received, today, days):
    assert working_days_since(received, today) == days
