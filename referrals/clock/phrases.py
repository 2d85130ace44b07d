"""A deadline in words: how many working days are left or over, and the day itself.

The words say everything; the colour only says it again.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format

from referrals.models import Deadline
from referrals.models.status import STOPS_CLOCKS
from tscb.board.working_calendar import WorkingCalendar
from tscb.board.working_days import calendars

SOON = 5  # working days


class Pace(TextChoices):
    """How a deadline stands. The label is the short word of it."""

    NOT_BEGUN = "not_begun", "Not begun"
    LATER = "later", "Running"
    SOON = "soon", "Due soon"
    OVERDUE = "overdue", "Overdue"
    MET = "met", "Met"
    MET_LATE = "met_late", "Met late"
    LASTS = "lasts", "Lasts"
    STOPPED = "stopped", "Stopped"

    @property
    def colour(self) -> str:
        return COLOURS.get(self, "grey")


COLOURS = {
    Pace.LATER: "blue",
    Pace.SOON: "yellow",
    Pace.OVERDUE: "red",
    Pace.MET: "green",
    Pace.MET_LATE: "orange",
    Pace.LASTS: "purple",
}


@dataclass(frozen=True)
class Phrase:
    pace: Pace
    words: str


@dataclass(frozen=True)
class Phrases:
    """Of one page: the day and the bank holidays are the same for every deadline on it."""

    today: date
    days: WorkingCalendar

    @classmethod
    def of_today(cls) -> "Phrases":
        return cls(timezone.localdate(), calendars().statutory)

    def of(self, deadline: Deadline) -> Phrase:
        """Of any deadline, whatever became of it. Asks for its referral's status."""
        due, met = deadline.due_on, deadline.met_on
        if due is None:
            return Phrase(Pace.NOT_BEGUN, "not begun")
        if deadline.lasts:
            return Phrase(Pace.LASTS, f"until {self.written(due)}")
        if met:
            return self.met(due, met)
        if deadline.referral.status in STOPS_CLOCKS:
            return Phrase(Pace.STOPPED, "stopped: the case does not go on")
        return self.due(due)

    def due(self, day: date) -> Phrase:
        """Of a deadline that somebody still has to meet."""
        if day < self.today:
            return Phrase(Pace.OVERDUE, self._overdue(day))
        left = self.days.between(self.today, day)
        return Phrase(Pace.SOON if left <= SOON else Pace.LATER, self._left(day, left))

    def met(self, due: date, met: date) -> Phrase:
        planned = "planned for" if met > self.today else "met on"
        words = f"{planned} {self.written(met)}"
        if met <= due:
            return Phrase(Pace.MET, words)
        late = self.days.between(due, met)
        return Phrase(Pace.MET_LATE, f"{words}, {counted(late)} late" if late else f"{words}, late")

    def written(self, day: date) -> str:
        """With its year where that is not this one."""
        return date_format(day, "l j F" if day.year == self.today.year else "l j F Y")

    def _left(self, day: date, left: int) -> str:
        if day == self.today:
            return f"due today ({self.written(day)})"
        if not left:
            return f"due before the next working day ({self.written(day)})"
        return f"due in {counted(left)} ({self.written(day)})"

    def _overdue(self, day: date) -> str:
        over = self.days.between(day, self.today)
        since = f"was due on {self.written(day)}"
        return f"{counted(over)} overdue ({since})" if over else f"overdue ({since})"


def counted(count: int) -> str:
    return f"{count} working {'day' if count == 1 else 'days'}"
