"""Closures in the admin: the year to come, and what the site would say at another moment."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.numbers import without_hours
from tscb.board import facts
from tscb.board.calendar import bank_holidays
from tscb.board.models import BankHolidayChange, Closure

MOMENT = "/admin/board/closure/moment/"


@pytest.fixture(autouse=True)
def board(db) -> None:
    facts.set_up()


def a_tuesday() -> str:
    """To come, and no bank holiday: there is none on a Tuesday in September."""
    today = timezone.localdate()
    september = today.replace(year=today.year + 1, month=9, day=7)
    return f"{september + timedelta(days=(1 - september.weekday()) % 7):%Y-%m-%d}"


def said(client, day: str, time: str) -> str:
    return client.get(MOMENT, {"day": day, "time": time}).content.decode()


def test_moment_is_answered_by_the_rule_of_every_page(editor_client):
    day = a_tuesday()
    assert "Call first" not in editor_client.get(MOMENT).content.decode()
    assert "<strong>0161 342 4101</strong>" in said(editor_client, day, "12:00")
    assert "<strong>0161 342 2222</strong>" in said(editor_client, day, "18:00")
    Closure.objects.create(date=day, reason="Training")
    assert "<strong>0161 342 2222</strong>" in said(editor_client, day, "12:00")
    without_hours()
    assert "Not certain: every number is shown" in said(editor_client, day, "12:00")


def test_moment_that_is_past_or_none_is_told_in_a_sentence(editor_client):
    yesterday = f"{timezone.localdate() - timedelta(days=1)}"
    assert "That day is past" in said(editor_client, yesterday, "12:00")
    assert "Enter a valid time" in said(editor_client, a_tuesday(), "noon")


def test_year_to_come_has_closures_and_bank_holidays_side_by_side(editor_client):
    today = timezone.localdate()
    holiday = min(day for day in bank_holidays() if day > today + timedelta(days=2))
    Closure.objects.create(date=today + timedelta(days=1), reason="Training", ends="12:00")
    BankHolidayChange.objects.create(date=today + timedelta(days=2), name="Jubilee")
    BankHolidayChange.objects.create(date=holiday, name="Moved", is_holiday=False)
    page = editor_client.get("/admin/board/closure/").content.decode()
    assert page.index(">Training</a>") < page.index("Jubilee (entered by staff)")
    assert f"{bank_holidays()[holiday]}: taken from the list, open".replace("'", "&#x27;") in page
    assert "until 12:00" in page
