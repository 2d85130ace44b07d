"""The board's two calendars, with what staff entered: bank holidays alone, for what the law counts,
and bank holidays with the days on which the board is closed."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tscb.board.models import BankHolidayChange, Closure
from tscb.board.working_calendar import MARK_LENGTH, WorkingCalendar


@dataclass(frozen=True)
class Calendars:
    statutory: WorkingCalendar
    board: WorkingCalendar

    @cached_property
    def mark(self) -> str:
        """Of both together."""
        half = MARK_LENGTH // 2
        return self.statutory.mark[:half] + self.board.mark[:half]


def calendars() -> Calendars:
    """Read anew, in two queries: take it once for a page or an act."""
    changes = dict(BankHolidayChange.objects.values_list("date", "is_holiday"))
    added = {day for day, is_holiday in changes.items() if is_holiday}
    removed = changes.keys() - added
    return Calendars(
        statutory=WorkingCalendar.without(added, removed),
        board=WorkingCalendar.without(added | closed_days(), removed),
    )


def closed_days() -> set[date]:
    """Whole days; on others the board works for a part of the day."""
    whole = Closure.objects.filter(starts=None, ends=None)
    return set(whole.values_list("date", flat=True))
