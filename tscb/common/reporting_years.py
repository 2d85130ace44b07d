"""The years that a board reports on: from April to March, named by the one they begin in."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

APRIL = 4


@dataclass(frozen=True)
class ReportingYear:
    begins_in: int

    def __str__(self) -> str:
        return f"April {self.begins_in} to March {self.begins_in + 1}"

    @property
    def first_day(self) -> date:
        return date(self.begins_in, APRIL, 1)

    @property
    def in_short(self) -> str:
        """2026/27, for a column of a table."""
        return f"{self.begins_in}/{(self.begins_in + 1) % 100:02}"

    @property
    def next(self) -> "ReportingYear":
        return ReportingYear(self.begins_in + 1)

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """The first that belongs to it, and the first that does not any more."""
        return midnight(self.first_day), midnight(self.next.first_day)


def year_of(day: date) -> ReportingYear:
    return ReportingYear(day.year if day.month >= APRIL else day.year - 1)


def midnight(day: date) -> datetime:
    """The moment in which a day begins in the time of this country."""
    return timezone.make_aware(datetime.combine(day, time.min))
