"""Whom to call when the office is closed for a while, and when a bank holiday is none."""

from datetime import date, datetime, time

import pytest

from tscb.board.calling.contacts import ClosedTime
from tscb.board.calling.hours import LONDON
from tscb.board.calling.opening import advise
from tscb.board.defaults import CONTACTS

OFFICE, OUT = "0161 342 4101", "0161 342 2222"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def number_at(text: str, closed=()) -> str:
    first = advise(CONTACTS, closed, at(text)).first
    return first.number if first else "both"


@pytest.mark.parametrize(
    ("closed", "moment", "number"),
    [
        (ClosedTime(date(2026, 11, 24)), "2026-11-24 12:00", OUT),
        (ClosedTime(date(2026, 11, 24)), "2026-11-25 12:00", OFFICE),
        (ClosedTime(date(2026, 11, 24), starts=time(14)), "2026-11-24 13:59:59", OFFICE),
        (ClosedTime(date(2026, 11, 24), starts=time(14)), "2026-11-24 14:00", OUT),
        (ClosedTime(date(2026, 11, 24), ends=time(10)), "2026-11-24 09:59:59", OUT),
        (ClosedTime(date(2026, 11, 24), ends=time(10)), "2026-11-24 10:00", OFFICE),
        (ClosedTime(date(2026, 11, 24), time(12), time(13)), "2026-11-24 11:59:59", OFFICE),
        (ClosedTime(date(2026, 11, 24), time(12), time(13)), "2026-11-24 12:00", OUT),
        (ClosedTime(date(2026, 11, 24), time(12), time(13)), "2026-11-24 13:00", OFFICE),
        (ClosedTime(date(2026, 11, 24), time(18), time(19)), "2026-11-24 12:00", OFFICE),
        (ClosedTime(date(2026, 11, 24), time(6), time(7)), "2026-11-24 12:00", OFFICE),
        # Christmas Eve ends early
        (ClosedTime(date(2026, 12, 24), starts=time(13)), "2026-12-24 12:59:59", OFFICE),
        (ClosedTime(date(2026, 12, 24), starts=time(13)), "2026-12-24 13:00", OUT),
        (ClosedTime(date(2026, 12, 24), starts=time(13)), "2026-12-29 08:30", OFFICE),
    ],
)
def test_closures_are_cut_out_to_the_minute(closed, moment, number):
    assert number_at(moment, [closed]) == number


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        ("2026-11-24 09:59", OFFICE),
        ("2026-11-24 10:00", OUT),
        ("2026-11-24 13:30", OUT),
        ("2026-11-24 14:59", OUT),
        ("2026-11-24 15:00", OFFICE),
    ],
)
def test_closures_that_overlap_are_one(moment, number):
    closed = [
        ClosedTime(date(2026, 11, 24), time(12), time(15)),
        ClosedTime(date(2026, 11, 24), time(10), time(14)),
        ClosedTime(date(2026, 11, 24), time(12), time(13)),
    ]
    assert number_at(moment, closed) == number


def test_closure_that_starts_in_half_an_hour_ends_what_is_said_now():
    closed = [ClosedTime(date(2026, 11, 24), starts=time(12))]
    advice = advise(CONTACTS, closed, at("2026-11-24 11:30"))
    assert advice.first.when == "open now until midday today"
    assert advice.valid_until == at("2026-11-24 12:00")


EASTER_MONDAY = date(2026, 4, 6)


@pytest.mark.parametrize(
    ("closed", "number"),
    [([], OFFICE), ([ClosedTime(EASTER_MONDAY)], OUT), ([ClosedTime(date(2026, 4, 7))], OFFICE)],
)
def test_bank_holiday_that_staff_took_away_is_a_day_like_any_other(closed, number):
    moment = at("2026-04-06 12:00")
    assert advise(CONTACTS, closed, moment).first.number == OUT
    advice = advise(CONTACTS, closed, moment, no_holidays=[EASTER_MONDAY])
    assert advice.first.number == number


def test_day_taken_from_the_bank_holidays_that_never_was_one_changes_nothing():
    saturday = at("2026-11-28 12:00")
    assert advise(CONTACTS, (), saturday, [saturday.date()]).first.number == OUT


def test_closure_on_a_day_beforehand_as_the_next_change():
    closed = [ClosedTime(date(2026, 11, 24), time(12), time(13))]
    assert advise(CONTACTS, closed, at("2026-11-24 09:00")).valid_until == at("2026-11-24 12:00")


def test_both_numbers_when_a_closure_of_that_day_contradicts_itself():
    closed = [ClosedTime(date(2026, 11, 24), starts=time(14), ends=time(13))]
    assert not advise(CONTACTS, closed, at("2026-11-24 09:00")).sure
    assert advise(CONTACTS, closed, at("2026-11-23 09:00")).sure
