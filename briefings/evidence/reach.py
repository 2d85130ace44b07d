"""How far briefings have reached: meetings, teams and people, by briefing, agency and quarter.

Only accepted uses count. A team is counted once in each line, so lines of teams do not add up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, QuerySet, Sum, When
from django.db.models.functions import TruncQuarter

from briefings.models.use import TEAM_KEY, BriefingUse
from tscb.common.quarters import quarter_in_words
from tscb.common.reporting_years import ReportingYear, year_of

AGENCY = Case(When(agency__isnull=False, then="agency__name"), default="other_agency")


@dataclass(frozen=True)
class Line:
    """One line of a table: what it is about, and what was counted."""

    name: str
    meetings: int
    teams: int
    people: int


@dataclass(frozen=True)
class Reach:
    """All that staff see of the uses within some time."""

    whole: Line
    briefings: list[Line]
    agencies: list[Line]
    quarters: list[Line]


def reach_of(uses: QuerySet[BriefingUse]) -> Reach:
    return Reach(
        whole=Line("All", **_counted(uses)),
        briefings=_lines(uses, "briefing", briefing_title=F("briefing__title")),
        agencies=_lines(uses, agency_called=AGENCY),
        quarters=_quarters(uses),
    )


def years_of_use() -> list[ReportingYear]:
    """Those that the board reports on, the newest first."""
    months = BriefingUse.objects.accepted().dates("used_on", "month", order="DESC")
    return list(dict.fromkeys(map(year_of, months)))


def in_one_table(uses: QuerySet[BriefingUse]) -> Iterable[dict[str, Any]]:
    """A row for each briefing, agency and quarter, for a spreadsheet."""
    by = {"quarter": TruncQuarter("used_on"), "agency_called": AGENCY}
    rows = uses.order_by().annotate(**by).values("briefing__title", *by).annotate(**COUNTS)
    return rows.order_by("quarter", "briefing__title", "agency_called").iterator(chunk_size=500)


COUNTS = {
    "meetings": Count("pk"),
    "teams": Count(TEAM_KEY, distinct=True),
    "persons": Sum("people"),
}


def _counted(uses: QuerySet[BriefingUse]) -> dict[str, int]:
    return _named(uses.order_by().aggregate(**COUNTS))


def _named(row: Any) -> dict[str, int]:
    return {
        "meetings": row["meetings"], "teams": row["teams"], "people": row["persons"] or 0
    }  # fmt: skip


def _lines(uses: QuerySet[BriefingUse], *key: str, **by: Any) -> list[Line]:
    """Those that reached most people first; `key` tells apart what has one name."""
    (name,) = by
    rows = uses.order_by().annotate(**by).values(name, *key).annotate(**COUNTS)
    return [Line(row[name], **_named(row)) for row in rows.order_by("-persons", name)]


def _quarters(uses: QuerySet[BriefingUse]) -> list[Line]:
    """In the order of time, quarters without a meeting left out."""
    by = uses.order_by().annotate(quarter=TruncQuarter("used_on")).values("quarter")
    rows = by.annotate(**COUNTS).order_by("quarter")
    return [Line(quarter_in_words(row["quarter"]), **_named(row)) for row in rows]
