"""What people wrote on what an event changed, for staff alone: never of an event by invitation, and
never of one that so few answered that somebody could tell whose words they are.
"""

from typing import Any

from django.db.models import Count

from tscb.events.afterwards.results import ENOUGH
from tscb.events.models import Feedback, LearningEvent
from tscb.reach.period import Period

MOST = 12


def given_in(period: Period) -> list[str]:
    """The newest, in the order of the alphabet, which tells nothing of who wrote when."""
    given = Feedback.objects.filter(given_on__gte=period.first, given_on__lt=period.end)
    said = given.filter(event__in=_answered_enough()).exclude(changed="")
    newest = said.order_by("-given_on", "-pk").values_list("changed", flat=True)
    return sorted(set(newest[:MOST]))


def _answered_enough() -> Any:
    events = LearningEvent.objects.filter(is_restricted=False).order_by()
    return events.annotate(answers=Count("feedback")).filter(answers__gte=ENOUGH).values("pk")
