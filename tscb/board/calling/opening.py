"""Which number to call at a given moment: the rule, apart from any database or page.

The office number from Monday to Friday during office hours; the other number outside office hours,
at weekends and on public holidays; both whenever we cannot be sure.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tscb.board.calendar import is_known
from tscb.board.calling.contacts import (
    TOLD_TO_THE_WORRIED,
    ClosedTime,
    Contact,
    ContactRole,
)
from tscb.board.calling.hours import (
    LONDON,
    Period,
    closure_makes_sense,
    joined,
    make_sense,
    midnight_after,
    periods_ahead,
)
from tscb.board.calling.wording import words_for
from tscb.board.defaults import EMERGENCY


@dataclass(frozen=True)
class Line:
    """A number as a page shows it; moments are in UTC.

    `open_now` is None where we cannot know; `when` says in a few words when the number applies.
    """

    name: str
    number: str
    tel: str
    note: str
    role: ContactRole
    when: str = ""
    open_now: bool | None = None
    until: datetime | None = None
    opens_next: datetime | None = None


@dataclass(frozen=True)
class Advice:
    """Whom to call. `lines` holds every number but the emergency one, the best to call first.

    `first` is the one number to call now, or None when we are not sure and both have to be shown.
    """

    emergency: Line
    first: Line | None
    lines: tuple[Line, ...]
    sure: bool
    valid_until: datetime


def advise(
    contacts: Sequence[Contact],
    closed: Iterable[ClosedTime],
    moment: datetime,
    no_holidays: Collection[date] = (),
) -> Advice:
    """`no_holidays` are days that the list calls bank holidays and that are none."""
    if moment.tzinfo is None:
        raise ValueError("The moment has to know its time zone.")
    today, closed = _london_day(moment), tuple(closed)
    if not can_be_sure(contacts, closed, today):
        return unsure_advice(contacts, moment)
    shown = _shown(contacts)
    periods = [joined(periods_ahead(one, closed, today, no_holidays)) for one in shown]
    lines = _sure_lines(shown, periods, moment)
    return _advice(contacts, lines, today, first=lines[0])


def unsure_advice(contacts: Iterable[Contact], moment: datetime) -> Advice:
    """Every number with the words that staff gave it, and none of them first."""
    ordered = sorted(_shown(contacts), key=lambda one: TOLD_TO_THE_WORRIED.index(one.role))
    lines = tuple(_plain(contact) for contact in ordered)
    return _advice(contacts, lines, _london_day(moment), first=None)


def can_be_sure(contacts: Iterable[Contact], closed: Iterable[ClosedTime], today: date) -> bool:
    """Whether calendar, hours and closures together say one thing about today."""
    by_role = {role: [one for one in contacts if one.role == role] for role in ContactRole}
    office = by_role[ContactRole.OFFICE_HOURS]
    return bool(
        is_known(today)
        and office
        and by_role[ContactRole.OUT_OF_HOURS]
        and all(make_sense(one.hours) for one in office)
        and all(closure_makes_sense(one) for one in closed if one.day == today)
    )


def _advice(
    contacts: Iterable[Contact],
    lines: tuple[Line, ...],
    today: date,
    first: Line | None,
) -> Advice:
    changes = [change for line in lines for change in (line.until, line.opens_next) if change]
    emergencies = (one for one in contacts if one.role == ContactRole.EMERGENCY)
    return Advice(
        emergency=_plain(next(emergencies, EMERGENCY)),
        first=first,
        lines=lines,
        sure=first is not None,
        valid_until=min([*changes, midnight_after(today)]),
    )


def _london_day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()


def _plain(contact: Contact) -> Line:
    name, number, note = contact.name, contact.number, contact.note
    return Line(name, number, contact.tel, note, contact.role, when=note)


def _shown(contacts: Iterable[Contact]) -> list[Contact]:
    return [contact for contact in contacts if contact.role in TOLD_TO_THE_WORRIED]


def _sure_lines(
    shown: list[Contact], periods: list[list[Period]], moment: datetime
) -> tuple[Line, ...]:
    office = joined(
        period
        for contact, own in zip(shown, periods, strict=True)
        if contact.role == ContactRole.OFFICE_HOURS
        for period in own
    )
    lines = [_line(one, own, office, moment) for one, own in zip(shown, periods, strict=True)]
    return tuple(sorted(lines, key=lambda one: (one.role == ContactRole.OTHER, not one.open_now)))


def _line(contact: Contact, own: list[Period], office: list[Period], moment: datetime) -> Line:
    if contact.role == ContactRole.OUT_OF_HOURS:
        ends, starts = _around(office, moment)
        return _timed(contact, moment, open_now=ends is None, changes=ends or starts)
    if not make_sense(contact.hours):
        return _plain(contact)
    ends, starts = _around(own, moment)
    return _timed(contact, moment, open_now=ends is not None, changes=ends or starts)


def _timed(contact: Contact, moment: datetime, *, open_now: bool, changes: datetime | None) -> Line:
    line = replace(_plain(contact), open_now=open_now)
    if changes is None:
        return line
    words = words_for(contact.role, changes, moment, open_now=open_now)
    if open_now:
        return replace(line, until=changes, when=words)
    return replace(line, opens_next=changes, when=words)


def _around(periods: list[Period], moment: datetime) -> tuple[datetime | None, datetime | None]:
    """When the stretch we are in ends (None outside of all), and when the next one starts."""
    ends = next((end for start, end in periods if start <= moment < end), None)
    starts = next((start for start, _ in periods if start > moment), None)
    return ends, starts
