"""Whom to call at which minute: weekdays, bank holidays, closures, clock changes, and doubt."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from tscb.board.calendar import known_until
from tscb.board.calling.contacts import ClosedTime, Contact, ContactRole, Hours
from tscb.board.calling.hours import LONDON
from tscb.board.calling.opening import advise
from tscb.board.defaults import CONTACTS, EMERGENCY, OFFICE_HOURS

OFFICE, OUT = "0161 342 4101", "0161 342 2222"
_, HUB, NIGHT = CONTACTS


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        # Monday to Wednesday until 5pm
        ("2026-11-23 08:29:59", OUT),
        ("2026-11-23 08:30", OFFICE),
        ("2026-11-23 12:00", OFFICE),
        ("2026-11-23 16:59:59", OFFICE),
        ("2026-11-23 17:00", OUT),
        ("2026-11-24 16:59:59", OFFICE),
        ("2026-11-25 17:00", OUT),
        # Thursday until 4:30pm, Friday until 4pm
        ("2026-11-26 16:29:59", OFFICE),
        ("2026-11-26 16:30", OUT),
        ("2026-11-27 15:59:59", OFFICE),
        ("2026-11-27 16:00", OUT),
        # nights and the weekend
        ("2026-11-25 00:00", OUT),
        ("2026-11-25 23:59:59", OUT),
        ("2026-11-28 12:00", OUT),
        ("2026-11-29 12:00", OUT),
        # Christmas with substitute days, New Year, Easter
        ("2026-12-24 12:00", OFFICE),
        ("2026-12-25 12:00", OUT),
        ("2026-12-28 12:00", OUT),
        ("2026-12-29 12:00", OFFICE),
        ("2026-12-31 16:29", OFFICE),
        ("2026-12-31 23:59", OUT),
        ("2027-01-01 12:00", OUT),
        ("2027-01-04 08:30", OFFICE),
        ("2027-12-27 12:00", OUT),
        ("2027-12-28 12:00", OUT),
        ("2028-01-03 12:00", OUT),
        ("2026-04-03 12:00", OUT),
        ("2026-04-06 12:00", OUT),
        ("2026-04-07 08:30", OFFICE),
        # a holiday in Scotland alone
        ("2026-11-30 12:00", OFFICE),
    ],
)
def test_right_number_for_the_minute(moment, number):
    advice = advise(CONTACTS, (), at(moment))
    assert advice.sure
    assert advice.first.number == number
    assert advice.first == advice.lines[0]
    assert advice.first.open_now is True
    assert [line.open_now for line in advice.lines] == [True, False]


@pytest.mark.parametrize(
    ("universal", "number"),
    [
        # the clocks go forward on 29 March 2026: half past eight comes an hour earlier
        (datetime(2026, 3, 27, 8, 29, tzinfo=UTC), OUT),
        (datetime(2026, 3, 27, 8, 30, tzinfo=UTC), OFFICE),
        (datetime(2026, 3, 30, 7, 29, tzinfo=UTC), OUT),
        (datetime(2026, 3, 30, 7, 30, tzinfo=UTC), OFFICE),
        (datetime(2026, 3, 30, 16, 0, tzinfo=UTC), OUT),
        # and back on 25 October 2026
        (datetime(2026, 10, 23, 7, 30, tzinfo=UTC), OFFICE),
        (datetime(2026, 10, 26, 8, 29, tzinfo=UTC), OUT),
        (datetime(2026, 10, 26, 8, 30, tzinfo=UTC), OFFICE),
        (datetime(2026, 10, 26, 16, 59, tzinfo=UTC), OFFICE),
    ],
)
def test_office_keeps_london_time_when_the_clocks_change(universal, number):
    assert advise(CONTACTS, (), universal).first.number == number


def test_every_quarter_of_an_hour_over_christmas_and_the_clock_change_agrees_with_the_plain_rule():
    holidays = {date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}
    closes = dict(enumerate([time(17), time(17), time(17), time(16, 30), time(16)]))
    starts = (datetime(2026, 10, 23, tzinfo=UTC), datetime(2026, 12, 23, tzinfo=UTC))
    for moment in (start + timedelta(minutes=15 * n) for start in starts for n in range(12 * 96)):
        local = moment.astimezone(LONDON)
        hours = time(8, 30) <= local.time() < closes.get(local.weekday(), time.min)
        expected = OFFICE if hours and local.date() not in holidays else OUT
        assert advise(CONTACTS, (), moment).first.number == expected, local


def test_the_same_moment_in_another_time_zone_gives_the_same_advice():
    assert advise(CONTACTS, (), at("2026-06-15 08:30")) == advise(
        CONTACTS, (), datetime(2026, 6, 15, 7, 30, tzinfo=UTC)
    )


def test_moment_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        advise(CONTACTS, (), at("2026-11-23 12:00").replace(tzinfo=None))


@pytest.mark.parametrize(
    ("moment", "until", "opens_next"),
    [
        ("2026-11-23 12:00", "2026-11-23 17:00", "2026-11-23 17:00"),
        ("2026-11-23 07:00", "2026-11-23 08:30", "2026-11-23 08:30"),
        ("2026-11-27 16:00", "2026-11-30 08:30", "2026-11-30 08:30"),
        ("2026-12-24 17:00", "2026-12-29 08:30", "2026-12-29 08:30"),
        ("2026-03-27 17:00", "2026-03-30 08:30", "2026-03-30 08:30"),
    ],
)
def test_each_line_says_until_when_and_from_when(moment, until, opens_next):
    now, other = advise(CONTACTS, (), at(moment)).lines
    assert (now.until, now.opens_next) == (at(until), None)
    assert (other.until, other.opens_next) == (None, at(opens_next))


@pytest.mark.parametrize(
    ("moment", "valid_until"),
    [
        ("2026-11-23 07:00", "2026-11-23 08:30"),
        ("2026-11-23 08:30", "2026-11-23 17:00"),
        ("2026-11-23 17:00", "2026-11-24 00:00"),
        ("2026-12-25 12:00", "2026-12-26 00:00"),
        ("2026-10-24 12:00", "2026-10-25 00:00"),
        ("2026-10-25 00:00", "2026-10-26 00:00"),
    ],
)
def test_advice_holds_until_the_next_change_or_midnight(moment, valid_until):
    assert advise(CONTACTS, (), at(moment)).valid_until == at(valid_until)


def with_hours(*hours: Hours):
    return (EMERGENCY, replace(HUB, hours=hours), NIGHT)


MORNING = Hours(0, time(8, 30), time(12))


@pytest.mark.parametrize(
    "contacts",
    [
        with_hours(),
        with_hours(MORNING, Hours(0, time(11), time(17))),
        with_hours(MORNING, MORNING),
        with_hours(Hours(0, time(17), time(8, 30))),
        with_hours(Hours(0, time(9), time(9))),
        with_hours(Hours(7, time(9), time(17))),
        (EMERGENCY, HUB, replace(HUB, number="0161 000 0000", hours=()), NIGHT),
        (EMERGENCY, HUB),
        (EMERGENCY, NIGHT),
    ],
)
def test_both_numbers_when_the_hours_are_missing_or_contradict(contacts):
    advice = advise(contacts, (), at("2026-11-23 10:00"))
    assert not advice.sure
    assert advice.first is None
    assert {line.number for line in advice.lines} == {one.number for one in contacts[1:]}
    assert all(line.open_now is None and line.until is None for line in advice.lines)
    assert all(line.when == line.note for line in advice.lines)
    assert advice.valid_until == at("2026-11-24 00:00")


def test_both_numbers_after_the_last_known_bank_holiday():
    last = datetime.combine(known_until(), time(12), tzinfo=LONDON)
    assert advise(CONTACTS, (), last).sure
    after = advise(CONTACTS, (), last + timedelta(days=1))
    assert not after.sure
    assert [line.number for line in after.lines] == [OFFICE, OUT]


def test_no_promise_of_opening_beyond_the_last_known_bank_holiday():
    last = datetime.combine(known_until(), time(12), tzinfo=LONDON)
    now, other = advise(CONTACTS, (), last).lines
    assert now.number == OUT
    assert now.until is None
    assert other.opens_next is None
    assert now.when == now.note


def test_touching_hours_are_one_stretch_and_a_break_is_not():
    touching = with_hours(MORNING, Hours(0, time(12), time(17)))
    assert advise(touching, (), at("2026-11-23 10:00")).first.until == at("2026-11-23 17:00")
    apart = with_hours(MORNING, Hours(0, time(13), time(17)))
    assert advise(apart, (), at("2026-11-23 12:30")).first.number == OUT


def test_two_offices_hand_over_to_each_other():
    late = Contact("Duty desk", "0161 000 0000", ContactRole.OFFICE_HOURS, "", LATE)
    contacts = (*CONTACTS, late)
    assert advise(contacts, (), at("2026-11-23 10:00")).first.number == OFFICE
    evening = advise(contacts, (), at("2026-11-23 18:00"))
    assert evening.first.number == "0161 000 0000"
    assert evening.lines[-1].opens_next == at("2026-11-23 20:00")


LATE = (Hours(0, time(16), time(20)),)


def test_other_numbers_come_last_and_never_first():
    line = Contact("Family Information Service", "0161 342 4260", ContactRole.OTHER)
    timed = replace(line, name="Advice", hours=OFFICE_HOURS)
    advice = advise((EMERGENCY, line, timed, HUB, NIGHT), (), at("2026-11-28 12:00"))
    assert [one.number for one in advice.lines[:2]] == [OUT, OFFICE]
    assert {one.open_now for one in advice.lines[2:]} == {False, None}
    assert {one.name for one in advice.lines[2:]} == {"Advice", "Family Information Service"}


def test_emergency_number_is_the_boards_own_or_999():
    assert advise(CONTACTS, (), at("2026-11-23 10:00")).emergency.number == "999"
    other = replace(EMERGENCY, number="112")
    assert advise((other, HUB, NIGHT), (), at("2026-11-23 10:00")).emergency.number == "112"
    nobody = advise((), (), at("2026-11-23 10:00"))
    assert nobody.emergency.number == "999"
    assert nobody.lines == ()
    assert not nobody.sure


def test_office_that_is_open_until_midnight_has_no_last_minute_without_an_answer():
    late = with_hours(Hours(0, time(8, 30), time(23, 59)), Hours(1, time(0), time(17)))
    advice = advise(late, (), at("2026-11-23 23:59:30"))
    assert advice.first.number == OFFICE
    assert advice.first.until == at("2026-11-24 17:00")
    closed = [ClosedTime(date(2026, 11, 23), time(20), time(23, 59))]
    assert advise(late, closed, at("2026-11-23 23:59:30")).first.number == OUT
