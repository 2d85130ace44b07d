"""The days on which recommendations of the sample reviews were closed, each some weeks before it
fell due: an import does not bring them, and the board's page of reach tells them.
"""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from reviews.models import Recommendation

LONGEST_BEFORE = 75  # days
STEP = 17


def give_days() -> None:
    closed = Recommendation.objects.filter(
        review__is_sample=True, status__in=Recommendation.CLOSED, closed_at=None, due__isnull=False
    )
    for place, one in enumerate(closed.order_by("review", "order")):
        due: Any = one.due
        day = due - timedelta(days=place * STEP % LONGEST_BEFORE)
        noon = timezone.make_aware(datetime.combine(day, time(12)))
        closed.filter(pk=one.pk).update(closed_at=min(noon, timezone.now()))
