"""Which other reviews teach about the same: those that share most themes, the newest first."""

from typing import Any

from django.db.models import Exists, F, Func, OuterRef, QuerySet, Subquery

from reviews.models import CaseReview

SHOWN = 3
# However many share a theme, only the newest are compared: the cost stays the same.
COMPARED = 200


def related_to(review: CaseReview) -> QuerySet[CaseReview]:
    """In one question."""
    themed: Any = CaseReview.themes.through._default_manager
    own = themed.filter(casereview=review).values("theme")
    shared = themed.filter(casereview=OuterRef("pk"), theme__in=own)
    others = CaseReview.objects.published().exclude(pk=review.pk).filter(Exists(shared))
    number = Subquery(shared.annotate(number=Func(F("pk"), function="count")).values("number"))
    return (
        CaseReview.objects.published()
        .filter(pk__in=others.newest_first().values("pk")[:COMPARED])
        .annotate(shared_themes=number)
        .for_lists()
        .order_by("-shared_themes", "-published_at", "-pk")[:SHOWN]
    )
