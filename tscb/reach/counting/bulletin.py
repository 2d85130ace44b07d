"""Subscribers of the bulletin at the end of each quarter, and what was sent to them.

Subscribers are counted month by month where they are kept, and the numbers stay when people go.
"""

from collections.abc import Iterator
from itertools import groupby

from django.db.models import Count
from django.utils import timezone

from tscb.bulletin.models import Delivery, DeliveryState, Edition, SubscriberMonth
from tscb.reach.counting.grouping import by_quarter, quarter_of
from tscb.reach.numbers import Number, at_the_ends
from tscb.reach.period import Period

SUBSCRIBERS = "Subscribers of the bulletin at the end"
JOINED, LEFT = "Subscribers who joined", "Subscribers who left"
BOUNCED = "Subscribers stopped because no mail came through"
EDITIONS = "Editions of the bulletin published"
LETTERS = "Mails with an edition sent"


def counted(period: Period) -> Iterator[Number]:
    yield from _subscribers(period)
    yield from _editions(period)
    yield from _sent(period)


def _subscribers(period: Period) -> Iterator[Number]:
    months = SubscriberMonth.objects.filter(month__gte=period.first, month__lt=period.end)
    rows = list(
        months.order_by("month").values(
            "subscribers", "joined", "left", "bounced", quarter=quarter_of("month")
        )
    )
    for measure, field in ((JOINED, "joined"), (LEFT, "left"), (BOUNCED, "bounced")):
        yield from by_quarter(rows, measure, field)
    by = groupby(rows, key=lambda row: row["quarter"])
    yield from at_the_ends(
        SUBSCRIBERS, [(quarter, list(of)[-1]["subscribers"]) for quarter, of in by]
    )


def _editions(period: Period) -> Iterator[Number]:
    first, end = period.moments
    out = Edition.objects.published().filter(published_at__lte=timezone.now()).order_by()
    found = out.filter(published_at__gte=first, published_at__lt=end)
    rows = found.values(quarter=quarter_of("published_at")).annotate(number=Count("pk"))
    yield from by_quarter(rows, EDITIONS, "number")


def _sent(period: Period) -> Iterator[Number]:
    """Mails with an edition; of alerts nothing is kept for as long as a year."""
    first, end = period.moments
    sent = Delivery.objects.filter(state=DeliveryState.SENT, edition__isnull=False).order_by()
    found = sent.filter(sent_at__gte=first, sent_at__lt=end)
    rows = found.values(quarter=quarter_of("sent_at")).annotate(number=Count("pk"))
    yield from by_quarter(rows, LETTERS, "number")
