"""One month of the calendar: what is due, and when the panel meets. References and days only."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from django.utils.timezone import localdate

from referrals.models import Deadline, Meeting, MeetingState, Referral
from referrals.models.referral import Referrals
from tscb.board.models import User
from tscb.board.working_days import calendars

FIRST_YEAR, LAST_YEAR = 2000, 2100
WEEK = Calendar()  # begins on a Monday
Item = TypeVar("Item")


@dataclass
class Day:
    day: date
    is_in_month: bool
    is_today: bool
    is_working: bool
    meetings: list[Meeting] = field(default_factory=list)
    before_panel: list[Referral] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.meetings or self.before_panel or self.deadlines)


@dataclass(frozen=True)
class Month:
    first: date
    weeks: list[list[Day]]

    @property
    def before(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> date:
        return (self.first + timedelta(days=31)).replace(day=1)

    @property
    def is_empty(self) -> bool:
        return all(day.is_empty for week in self.weeks for day in week if day.is_in_month)


def first_of(typed: str) -> date:
    """“2026-11” as an address has it; this month for anything else."""
    try:
        first = date.fromisoformat(f"{typed}-01")
    except ValueError:
        return localdate().replace(day=1)
    return first if FIRST_YEAR <= first.year < LAST_YEAR else localdate().replace(day=1)


def month_of(first: date, user: User) -> Month:
    """In five queries, however much is due."""
    working, today = calendars().board, localdate()
    weeks = [
        [Day(day, day.month == first.month, day == today, working.is_working(day)) for day in week]
        for week in WEEK.monthdatescalendar(first.year, first.month)
    ]
    fill(weeks, Referral.objects.visible_to(user))
    return Month(first, weeks)


def fill(weeks: list[list[Day]], visible: Referrals) -> None:
    span = (weeks[0][0].day, weeks[-1][-1].day)
    due, met, meetings = deadlines_in(span, visible), before_panel(span, visible), meetings_in(span)
    for day in (day for week in weeks for day in week):
        day.deadlines, day.before_panel = due[day.day], met[day.day]
        day.meetings = meetings[day.day]


def deadlines_in(span: tuple[date, date], visible: Referrals) -> dict[date, list[Deadline]]:
    due = Deadline.objects.open_for(visible).filter(due_on__range=span)
    return by_day((one.due_on, one) for one in due if one.due_on)


def before_panel(span: tuple[date, date], visible: Referrals) -> dict[date, list[Referral]]:
    rows = visible.filter(panel_dates__meeting_on__range=span).select_related("panel_dates")
    rows = rows.defer("answers", "unfinished", "return_email").order_by("reference")
    return by_day((one.panel_dates.meeting_on, one) for one in rows)


def meetings_in(span: tuple[date, date]) -> dict[date, list[Meeting]]:
    rows = Meeting.objects.filter(starts_at__date__range=span).defer("link")
    rows = rows.exclude(state=MeetingState.CANCELLED).order_by("starts_at")
    return by_day((one.day, one) for one in rows)


def by_day(dated: Iterable[tuple[date, Item]]) -> dict[date, list[Item]]:
    found: dict[date, list[Item]] = defaultdict(list)
    for day, one in dated:
        found[day].append(one)
    return found
