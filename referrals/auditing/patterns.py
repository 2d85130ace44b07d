"""What may be worth a second look: who was refused often, and who read out of hours.

It accuses nobody: whoever is on duty at night reads at night.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay
from django.utils import timezone

from referrals.models import AuditEvent, Verb

LOOKED_BACK = timedelta(days=30)
MORNING, EVENING, FRIDAY = 7, 19, 5
READING = (Verb.READ, Verb.PRINTED, Verb.DOWNLOADED)
MANY = 3  # fewer refusals are a mistyped address
MOST = 10


@dataclass(frozen=True)
class Worth:
    person: int
    refused: int
    out_of_hours: int


def worth_a_look() -> list[Worth]:
    """The last thirty days, in one query."""
    recent = AuditEvent.objects.filter(
        at__gte=timezone.now() - LOOKED_BACK,
        actor_id__isnull=False,
        verb__in=(*READING, Verb.REFUSED),
    )
    late = Q(hour__lt=MORNING) | Q(hour__gte=EVENING) | Q(weekday__gt=FRIDAY)
    counted = (
        recent.annotate(hour=ExtractHour("at"), weekday=ExtractIsoWeekDay("at"))
        .order_by()
        .values("actor_id")
        .annotate(
            refused=Count("pk", filter=Q(verb=Verb.REFUSED)),
            out_of_hours=Count("pk", filter=Q(verb__in=READING) & late),
        )
        .filter(Q(refused__gte=MANY) | Q(out_of_hours__gt=0))
        .order_by("-refused", "-out_of_hours", "actor_id")
    )
    return [
        Worth(row["actor_id"] or 0, row["refused"], row["out_of_hours"]) for row in counted[:MOST]
    ]
