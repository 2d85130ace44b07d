"""Finding 7 minute briefings, as case reviews are found: by all words of a briefing together."""

from typing import Any

from django.db.models import QuerySet

from reviews.search import finding
from reviews.search.marking import as_html, has_marks, headline, pieces
from reviews.search.words import query_for


def find(briefings: QuerySet[Any], words: str) -> Any:
    """Those that have all the words; title above overview above sections."""
    return finding.best_first(finding.find(briefings, words), words)


def with_snippets(found: QuerySet[Any], words: str) -> QuerySet[Any]:
    """For the rows that are shown: what they hold of the words, with marks."""
    query = query_for(words)
    return found.annotate(
        marked_title=headline("title", query, highlight_all=True),
        marked_text=pieces("search_entry__text", query),
    )


def present(briefing: Any) -> Any:
    """Puts `shown_title` and `snippet` on a briefing that was found by words."""
    briefing.shown_title = as_html(briefing.marked_title)
    briefing.snippet = as_html(briefing.marked_text) if has_marks(briefing.marked_text) else None
    return briefing
