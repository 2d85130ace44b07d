"""Whose letter falls due: those with news on their themes get one, and for all the time moves on.

A letter and the time it tells of are written together. Safe to run twice at once.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import cast

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tscb.bulletin.alerts.moments import GATHERED, last_moment
from tscb.bulletin.alerts.news import newest_by_theme
from tscb.bulletin.models import Delivery, Subscriber

A_TURN = 2_000  # subscribers


def plan(now: datetime | None = None) -> int:
    """Gives how many letters were lined up."""
    now = now or timezone.now()
    moments = {rhythm: last_moment(rhythm, now) for rhythm in GATHERED}
    with transaction.atomic():
        due = _due(moments)
        return sum(
            _line_up(list(subscribers), moments[rhythm])
            for rhythm, subscribers in groupby(due, key=lambda subscriber: subscriber.alerts)
        )


def _due(moments: dict[str, datetime]) -> Iterable[Subscriber]:
    """Locked; what another worker has before it is left to it. By rhythm, the longest due first."""
    behind = Q()
    for rhythm, moment in moments.items():
        behind |= Q(alerts=rhythm, alerted_until__lt=moment)
    rows = Subscriber.objects.reachable().filter(behind).order_by("alerts", "alerted_until", "pk")
    rows = rows.only("alerts", "alerted_until", "every_theme").prefetch_related("themes")
    return rows.select_for_update(skip_locked=True, of=("self",))[:A_TURN]


def _line_up(subscribers: list[Subscriber], until: datetime) -> int:
    newest = newest_by_theme(_since(subscribers[0]), until)
    told = [one for one in subscribers if _has_news(one, newest)]
    Delivery.objects.bulk_create(
        [Delivery(subscriber=one, since=_since(one), until=until) for one in told],
        ignore_conflicts=True,
    )
    everybody = [one.pk for one in subscribers]
    Subscriber.objects.filter(pk__in=everybody).update(alerted_until=until)
    return len(told)


def _has_news(subscriber: Subscriber, newest: dict[int | None, datetime]) -> bool:
    themes = newest if subscriber.every_theme else [theme.pk for theme in subscriber.themes.all()]
    since = _since(subscriber)
    return any(newest[theme] > since for theme in themes if theme in newest)


def _since(subscriber: Subscriber) -> datetime:
    """Of one who is due: those who never asked for alerts alone have none."""
    return cast(datetime, subscriber.alerted_until)
