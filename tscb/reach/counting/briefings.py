"""7 minute briefings that came out, and the teams that talked one through. Only uses that an editor
accepted count, as on the page of the briefings' own reach.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F, QuerySet, Sum
from django.utils import timezone

from briefings.models import Briefing, BriefingUse
from briefings.models.use import TEAM_KEY
from tscb.common.publishing.models import Publishable
from tscb.reach.counting.grouping import Agencies, Row, by_agency, by_quarter, quarter_of
from tscb.reach.numbers import WHOLE, Number
from tscb.reach.period import Period

PUBLISHED = "7 minute briefings published"
MEETINGS = "Meetings about a 7 minute briefing"
TEAMS = "Teams that used a 7 minute briefing"
PEOPLE = "People at meetings about a 7 minute briefing"


def counted(period: Period) -> Iterator[Number]:
    yield from come_out(Briefing, period, PUBLISHED)
    accepted = BriefingUse.objects.accepted().order_by()
    uses = accepted.filter(used_on__gte=period.first, used_on__lt=period.end)
    yield from _meetings(uses)
    yield from _teams(uses)


def come_out(model: type[Publishable], period: Period, measure: str) -> Iterator[Number]:
    """By the day on which each first came out, whatever became of it since."""
    first, end = period.moments
    found: QuerySet[Any] = model._default_manager.order_by()
    out = found.filter(published_at__lte=timezone.now(), published_at__gte=first)
    by = out.filter(published_at__lt=end).values(quarter=quarter_of("published_at"))
    yield from by_quarter(by.annotate(number=Count("pk")), measure, "number")


def _meetings(uses: QuerySet[BriefingUse]) -> Iterator[Number]:
    agencies = Agencies()
    found = uses.values(quarter=quarter_of("used_on"), called=F("agency__name"))
    told = found.annotate(meetings=Count("pk"), persons=Sum("people"))
    rows: list[Row] = [{**row, "agency": agencies.named(row["called"])} for row in told]
    for measure, field in ((MEETINGS, "meetings"), (PEOPLE, "persons")):
        yield from by_quarter(rows, measure, field)
        yield from by_agency(rows, measure, field)


def _teams(uses: QuerySet[BriefingUse]) -> Iterator[Number]:
    """A team counts once in a quarter, and once in the whole time: they do not add up."""
    teams = Count(TEAM_KEY, distinct=True)
    for row in uses.values(quarter=quarter_of("used_on")).annotate(teams=teams):
        yield Number(TEAMS, row["quarter"], row["teams"])
    yield Number(TEAMS, WHOLE, uses.aggregate(teams=teams)["teams"])
