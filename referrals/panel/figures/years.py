"""The years that the board reports on: from April to March, named by the one they begin in."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Max, Min
from django.utils import timezone

from referrals.models.referral import Referrals

APRIL = 4


@dataclass(frozen=True)
class ReportingYear:
    begins_in: int

    def __str__(self) -> str:
        return f"April {self.begins_in} to March {self.begins_in + 1}"

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """The first that belongs to it, and the first that does not any more."""
        return _midnight(self.begins_in), _midnight(self.begins_in + 1)


def year_of(day: date) -> ReportingYear:
    return ReportingYear(day.year if day.month >= APRIL else day.year - 1)


def years_with_cases(referrals: Referrals) -> list[ReportingYear]:
    """The newest first, and this year whether or not anything has come."""
    ends = referrals.order_by().aggregate(first=Min("submitted_at"), last=Max("submitted_at"))
    days = [timezone.localdate(), *(timezone.localdate(at) for at in ends.values() if at)]
    years = range(year_of(max(days)).begins_in, year_of(min(days)).begins_in - 1, -1)
    return [ReportingYear(year) for year in years]


def _midnight(year: int) -> datetime:
    return timezone.make_aware(datetime.combine(date(year, APRIL, 1), time.min))
