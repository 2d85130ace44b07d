"""How fast letters go out: over all workers, and over a restart, because the database counts."""

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone

from tscb.bulletin.models import Delivery

MINUTE = timedelta(minutes=1)
TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('letters of the bulletin', 0))"


def free() -> int:
    """How many may begin now. What is tried again begins anew, and never within a minute."""
    begun = Delivery.objects.filter(started_at__gt=timezone.now() - MINUTE).count()
    return max(0, settings.BULLETIN_MAILS_A_MINUTE - begun)


def is_my_turn() -> bool:
    """Whether one more may begin: until the caller's transaction ends nobody else is asked."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE_TURNS)
    return free() > 0
