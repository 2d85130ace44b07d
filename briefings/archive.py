"""The archive of published briefings: years and their months with how many there are of each."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count
from django.db.models.functions import TruncMonth


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


def archive_of(published: Any) -> list[Year]:
    """Newest first, in one question. A month begins when it does in England."""
    months = published.order_by().annotate(month=TruncMonth("published_at")).values_list("month")
    years: dict[int, Year] = {}
    for first, count in months.annotate(number=Count("pk")).order_by("-month"):
        years.setdefault(first.year, Year(first.year)).months.append(Month(first.date(), count))
    return list(years.values())


def number_in(archive: list[Year], year: int, month: int | None = None) -> int:
    """How many there are of a year, or of one of its months; none is none."""
    months = [one for its in archive if its.year == year for one in its.months]
    return sum(one.count for one in months if month in (None, one.first.month))
