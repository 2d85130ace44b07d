"""The line of letters that wait: which are due."""

from django.db.models import QuerySet
from django.utils import timezone

from tscb.bulletin.models import Delivery, DeliveryState, Sending


def due() -> QuerySet[Delivery]:
    """Whoever waited longest comes first. What staff paused stands still."""
    waiting = Delivery.objects.filter(
        state=DeliveryState.WAITING, next_attempt_at__lte=timezone.now()
    )
    return waiting.exclude(edition__sending=Sending.PAUSED).order_by("next_attempt_at")
