"""Which reviews answer a visitor's words, and in which order."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.search import SearchRank
from django.db.models import Case, F, Q, QuerySet, Value, When

from reviews.models import ReportPage
from reviews.search.words import Matches, OfWeight, WithoutOrder, is_plain, query_for

WORDS, OWN = "search_entry__words", "search_entry__own"


def find(reviews: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Those that have all the words, be they on the page or in a signed-off report.

    The order of a report's words is known page by page only, so a phrase is looked for on each
    page of the reviews that have its words.
    """
    query = query_for(words)
    found = Q(**{WORDS: query})
    if not is_plain(words):
        pages = ReportPage.objects.public().filter(search=query)
        somewhere = Q(Matches(F(WORDS), WithoutOrder(query)))
        found |= somewhere & Q(pk__in=pages.values("document__review"))
    return reviews.filter(found)


def best_first(reviews: QuerySet[Any], words: str) -> QuerySet[Any]:
    """All words in the title, then title and summary, then the page, then reports alone."""
    query = query_for(words)
    part = Case(
        When(_in("A", query), then=Value(3)),
        When(_in("AB", query), then=Value(2)),
        When(Matches(F(OWN), query), then=Value(1)),
        default=Value(0),
    )
    return reviews.annotate(part=part, rank=SearchRank(F(OWN), query)).order_by(
        "-part", "-rank", *NEWEST
    )


NEWEST: Sequence[str] = ("-published_at", "-pk")


def _in(weights: str, query: object) -> Matches:
    return Matches(OfWeight(OWN, weights), query)
