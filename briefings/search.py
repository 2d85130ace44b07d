"""Finding 7 minute briefings by the words of their title, overview and sections."""

from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.contrib.postgres.search import SearchRank
from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat

from briefings.models import BriefingSection
from reviews.search.marking import as_html, has_marks, headline, pieces
from reviews.search.words import query_for


def find(briefings: QuerySet[Any], words: str) -> Any:
    """Those that have all the words in title and overview, or in one section; best first."""
    query = query_for(words)
    sections = BriefingSection.objects.filter(search=query).values("briefing")
    found = briefings.filter(Q(search=query) | Q(pk__in=sections))
    return found.annotate(rank=SearchRank(F("search"), query)).order_by(
        "-rank", "-published_at", "-pk"
    )


def with_snippets(found: QuerySet[Any], words: str) -> QuerySet[Any]:
    """For the rows that are shown: what they hold of the words, with marks."""
    query = query_for(words)
    text = Concat("overview", Value(" "), Subquery(_sections()), output_field=CharField())
    return found.annotate(
        marked_title=headline("title", query, highlight_all=True), marked_text=pieces(text, query)
    )


def _sections() -> QuerySet[Any]:
    own = BriefingSection.objects.filter(briefing=OuterRef("pk")).order_by().values("briefing")
    return own.annotate(all=StringAgg("text", Value(" "), order_by="number")).values("all")


def present(briefing: Any) -> Any:
    """Puts `shown_title` and `snippet` on a briefing that was found by words."""
    briefing.shown_title = as_html(briefing.marked_title)
    briefing.snippet = as_html(briefing.marked_text) if has_marks(briefing.marked_text) else None
    return briefing
