"""Which others of its kind teach about the same as a review or a briefing: those that share most
themes, the newest first."""

from typing import Any

from django.db.models import Exists, F, Func, OuterRef, QuerySet, Subquery

SHOWN = 3
# However many share a theme, only the newest are compared: the cost stays the same.
COMPARED = 200


def related_to(item: Any) -> QuerySet[Any]:
    """In one question. Of its kind there are `published()` rows with `themes`."""
    kind = type(item)
    themed, link = kind.themes.through._default_manager, kind._meta.model_name
    own = themed.filter(**{link: item}).values("theme")
    shared = themed.filter(**{link: OuterRef("pk")}, theme__in=own)
    others = kind.objects.published().exclude(pk=item.pk).filter(Exists(shared))
    number = Subquery(shared.annotate(number=Func(F("pk"), function="count")).values("number"))
    return (
        kind.objects.published()
        .filter(pk__in=others.newest_first().values("pk")[:COMPARED])
        .annotate(shared_themes=number)
        .for_lists()
        .order_by("-shared_themes", "-published_at", "-pk")[:SHOWN]
    )
