"""The archive of what was published: years and their months with how many there are of each."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, DateField
from django.db.models.functions import TruncMonth
from django.utils.formats import date_format

MONTHS = range(1, 13)


@dataclass(frozen=True)
class Month:
    first: date
    count: int


@dataclass
class Year:
    year: int
    months: list[Month] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(month.count for month in self.months)


def archive_of(published: Any, by: str = "published_at") -> list[Year]:
    """Newest first, in one question. A month begins when it does in England."""
    first_day = TruncMonth(by, output_field=DateField())
    months = published.order_by().annotate(first_day=first_day).values_list("first_day")
    years: dict[int, Year] = {}
    for first, count in months.annotate(number=Count("pk")).order_by("-first_day"):
        years.setdefault(first.year, Year(first.year)).months.append(Month(first, count))
    return list(years.values())


def number_in(archive: list[Year], year: int, month: int | None = None) -> int:
    """How many there are of a year, or of one of its months; none is none."""
    months = [one for its in archive if its.year == year for one in its.months]
    return sum(one.count for one in months if month in (None, one.first.month))


def month_name(year: int, month: int) -> str:
    """March 2020; for a month that no year has, its number."""
    if month in MONTHS and date.min.year <= year <= date.max.year:
        return date_format(date(year, month, 1), "F Y")
    return f"month {month} of {year}"
