"""An edition's letters are lined up: one row for each mailbox, whoever asks and however often."""

from django.db import connection
from django.utils import timezone

from tscb.bulletin.models import DeliveryState, Edition, Subscriber

# One statement for all: ten thousand rows are not carried through this process. Who is in line
# already stays there once, also where two processes do this at the same time, and whoever leaves
# meanwhile leaves after it or is not in it.
LINE_UP = """
    INSERT INTO bulletin_delivery
        (edition_id, subscriber_id, state, attempts, next_attempt_at, made_at)
    SELECT %s, wanting.id, %s, 0, %s, %s FROM ({wanting}) AS wanting FOR KEY SHARE OF wanting
    ON CONFLICT DO NOTHING
"""


def queue_edition(edition: Edition) -> int:
    """As part of the caller's transaction; gives how many get it who were not in line before."""
    wanting = Subscriber.objects.reachable().filter(wants_bulletin=True).values("id")
    sql, values = wanting.query.sql_with_params()
    now = timezone.now()
    told = [edition.pk, DeliveryState.WAITING, now, now, *values]
    with connection.cursor() as cursor:
        cursor.execute(LINE_UP.format(wanting=sql), told)
        return int(cursor.rowcount)
