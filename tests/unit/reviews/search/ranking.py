"""The order of what was found as the ORM would say it: what counting says in one question of SQL of
its own has to come to the same."""

from typing import Any

from django.contrib.postgres.search import SearchRank, SearchVectorField
from django.db.models import Case, F, Func, QuerySet, Value, When

from reviews.models import CaseReview
from reviews.search.finding import OWN, find
from reviews.search.words import Matches, query_for


class OfWeight(Func):
    """Only the words of these weights; a title has A."""

    output_field = SearchVectorField()

    def __init__(self, vector: str, weights: str):
        super().__init__(F(vector), Value("{" + ",".join(weights) + "}"))

    template = 'ts_filter(%(expressions)s::"char"[])'


def best_first(words: str) -> QuerySet[Any]:
    """All words in the title, then title and summary, then the page, then reports alone."""
    query = query_for(words)
    part = Case(
        When(Matches(OfWeight(OWN, "A"), query), then=Value(3)),
        When(Matches(OfWeight(OWN, "AB"), query), then=Value(2)),
        When(Matches(F(OWN), query), then=Value(1)),
        default=Value(0),
    )
    found = find(CaseReview.objects.published(), words)
    ranked = found.annotate(part=part, rank=SearchRank(F(OWN), query))
    return ranked.order_by("-part", "-rank", "-published_at", "-pk")
