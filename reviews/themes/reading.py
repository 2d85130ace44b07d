"""What the published reviews of a theme teach and ask for, in as few questions as it takes."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Count, F, OuterRef, QuerySet, Value, When
from django.db.models.functions import JSONObject

from reviews.models import CaseReview, LearningPoint, Recommendation, Theme

Progress = Recommendation.Progress
# What is still to be done comes first.
STATES = (Progress.UNDER_WAY, Progress.NOT_STARTED, Progress.DONE, Progress.NOT_ACCEPTED)
IN_ORDER = Case(*(When(status=state, then=Value(n)) for n, state in enumerate(STATES)))


def learning_of(theme: Theme) -> QuerySet[CaseReview]:
    """Published reviews of the theme, each with its `learning`: a list of texts."""
    points = LearningPoint.objects.filter(review=OuterRef("pk")).order_by("order", "pk")
    reviews = CaseReview.objects.published().filter(themes=theme).newest_first().for_lists()
    return reviews.annotate(learning=ArraySubquery(points.values("text")))


def recommendations_of(theme: Theme) -> QuerySet[Recommendation]:
    """Those of published reviews of the theme, what is still to be done first."""
    return (
        _recommendations(theme)
        .select_related("review")
        .only("text", "owner", "due", "status", "evidence", "review__title", "review__slug")
        .order_by(IN_ORDER, F("due").asc(nulls_last=True), "-pk")
    )


def with_progress(themes: QuerySet[Theme]) -> QuerySet[Theme]:
    """Each theme with its `progress`: how many recommendations are in which state."""
    states = (
        _recommendations(OuterRef("pk"))
        .order_by()
        .values("status")
        .annotate(number=Count("pk"))
        .values(state=JSONObject(status="status", number="number"))
    )
    return themes.annotate(progress=ArraySubquery(states))


def in_states(progress: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The states that there are, with their names, colours and numbers, in our order."""
    numbers = {one["status"]: one["number"] for one in progress}
    return [
        {
            "name": state.label,
            "colour": Recommendation(status=state).colour,
            "number": numbers[state],
        }
        for state in STATES
        if state in numbers
    ]


def _recommendations(theme: Any) -> QuerySet[Recommendation]:
    published = CaseReview.objects.published().filter(themes=theme)
    if isinstance(theme, OuterRef):
        published = CaseReview.objects.published().filter(themes=OuterRef(theme))
    return Recommendation.objects.filter(review__in=published.order_by().values("pk"))
