"""Which others of its kind teach about the same as a review or a briefing: those that share most
themes, the newest first."""

from functools import cache
from typing import Any

from django.db.models import Exists, F, Func, OuterRef, QuerySet, Subquery
from django.utils import timezone

from tscb.common.written_once import WrittenOnce, given

SHOWN = 3
# However many share a theme, only the newest are compared: the cost stays the same.
COMPARED = 200


def related_to(item: Any) -> list[Any]:
    """In one question. Of its kind there are `published()` rows with `themes`."""
    kind: Any = type(item)
    return question(kind).ask(item=item.pk, now=timezone.now())


@cache
def question(kind: Any, compared: int = COMPARED) -> WrittenOnce:
    return WrittenOnce(lambda: _related(kind, compared))


def _related(kind: Any, compared: int) -> QuerySet[Any]:
    themed, link = kind.themes.through._default_manager, kind._meta.model_name
    own = themed.filter(**{link: given("item")}).values("theme")
    shared = themed.filter(**{link: OuterRef("pk")}, theme__in=own)
    published = kind.objects.published(given("now"))
    others = published.exclude(pk=given("item")).filter(Exists(shared))
    number = Subquery(shared.annotate(number=Func(F("pk"), function="count")).values("number"))
    return (
        published.filter(pk__in=others.newest_first().values("pk")[:compared])
        .annotate(shared_themes=number)
        .for_lists()
        .order_by("-shared_themes", "-published_at", "-pk")[:SHOWN]
    )
