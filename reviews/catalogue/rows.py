"""All published reviews, a few at a time: however many there are, little of them is in memory."""

from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, OuterRef, QuerySet, Subquery

from reviews.models import CaseReview, LearningPoint, Recommendation, ReviewDocument

AT_A_TIME = 200


def reviews() -> Iterator[CaseReview]:
    """Newest first, with all that the columns need, in one question."""
    return (
        CaseReview.objects.published()
        .newest_first()
        .for_reading()
        .only(
            "title", "slug", "board_name", "published_at", "updated_at", "age_band", "summary",
            "is_sample", "review_type__name",
        )
        .annotate(**_parts())
        .iterator(chunk_size=AT_A_TIME)
    )  # fmt: skip


def _parts() -> dict[str, Any]:
    of_review = {"review": OuterRef("pk")}
    points = LearningPoint.objects.filter(**of_review).order_by("order", "pk")
    recommendations = Recommendation.objects.filter(**of_review)
    done = recommendations.filter(status=Recommendation.Progress.DONE)
    public_ones = ReviewDocument.objects.released().filter(
        review__in=CaseReview.objects.published().with_documents().order_by()
    )
    return {
        "learning": ArraySubquery(points.values("text")),
        "number_of_recommendations": _number(recommendations),
        "number_done": _number(done),
        "number_of_documents": _number(public_ones.filter(**of_review)),
    }


def _number(rows: QuerySet[Any]) -> Subquery:
    counted = rows.order_by().annotate(number=Func(F("pk"), function="count"))
    return Subquery(counted.values("number"))
