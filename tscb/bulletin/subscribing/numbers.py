"""Subscribers in numbers: by month, by what they get, by agency and by theme."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q

from reviews.models import Theme
from tscb.board.models import Agency
from tscb.bulletin.models import Rhythm, Subscriber, SubscriberMonth

MOST_MONTHS = 24
Line = tuple[str, int]


def numbers() -> dict[str, Any]:
    reachable = Subscriber.objects.reachable()
    return {
        "reachable": reachable.count(),
        "months": SubscriberMonth.objects.order_by("-month")[:MOST_MONTHS],
        "parts": [
            ("What they get", by_wish()),
            ("Agency", by_agency()),
            ("Theme of alerts", by_theme()),
        ],
    }


def by_wish() -> list[Line]:
    """Whoever gets the e-bulletin and alerts counts in both."""
    alerts = {rhythm: Count("pk", Q(alerts=rhythm)) for rhythm in Rhythm if rhythm != Rhythm.NEVER}
    counted = Subscriber.objects.reachable().aggregate(
        bulletin=Count("pk", Q(wants_bulletin=True)),
        **{rhythm.name: count for rhythm, count in alerts.items()},
    )
    lines = [(f"Alerts: {one.label.lower()}", counted[one.name]) for one in alerts]
    return [("E-bulletin", counted["bulletin"]), *lines]


def by_agency() -> list[Line]:
    counts = _counted(Subscriber.objects.reachable().values_list("agency"))
    known = [(one.name, counts.get(one.pk, 0)) for one in Agency.objects.all()]
    return [*_some(known), ("Not said, or another agency", counts.get(None, 0))]


def by_theme() -> list[Line]:
    alerted = Subscriber.objects.reachable().exclude(alerts=Rhythm.NEVER)
    counts = _counted(alerted.filter(themes__isnull=False).values_list("themes"))
    known = [(one.name, counts.get(one.pk, 0)) for one in Theme.objects.all()]
    return [("Every theme", alerted.filter(every_theme=True).count()), *_some(known)]


def _counted(values: Any) -> dict[int | None, int]:
    return dict(values.annotate(number=Count("pk", distinct=True)).order_by())


def _some(lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if line[1]]
