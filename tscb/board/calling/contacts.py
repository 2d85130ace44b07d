"""What is known of a contact point, apart from any database: its number, role and hours."""

from dataclasses import dataclass
from datetime import date, time

from django.db.models import TextChoices

from tscb.board.calling.phone import dialled


class ContactRole(TextChoices):
    EMERGENCY = "emergency", "In an emergency"
    OFFICE_HOURS = "office-hours", "During office hours"
    OUT_OF_HOURS = "out-of-hours", "Outside office hours"
    OTHER = "other", "Other number"
    CHILDREN = "children", "For children and young people"
    SUPPORT = "support", "Other help, such as a helpline"


# In the order in which they are told where we cannot know which of them answers.
TOLD_TO_THE_WORRIED = (ContactRole.OFFICE_HOURS, ContactRole.OUT_OF_HOURS, ContactRole.OTHER)


@dataclass(frozen=True)
class Hours:
    """One stretch of a weekday (0 is Monday); the minute of closing is closed."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True)
class ClosedTime:
    """A day, or a part of it, on which the office does not answer."""

    day: date
    starts: time | None = None
    ends: time | None = None
    reason: str = ""


@dataclass(frozen=True)
class Contact:
    name: str
    number: str
    role: ContactRole
    note: str = ""
    hours: tuple[Hours, ...] = ()
    website: str = ""

    @property
    def tel(self) -> str:
        return dialled(self.number)
