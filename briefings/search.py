"""Finding 7 minute briefings, as case reviews are found: by all words of a briefing together."""

from typing import Any

from django.db.models import QuerySet

from reviews.search.marking import as_html, has_marks, headline, pieces
from reviews.search.words import Words


def with_snippets(found: QuerySet[Any], words: Words) -> QuerySet[Any]:
    """For the rows that are shown: what they hold of the words, with marks."""
    return found.annotate(
        marked_title=headline("title", words.all, highlight_all=True),
        marked_text=pieces("search_entry__text", words.all),
    )


def present(briefing: Any) -> Any:
    """Puts marks into a briefing that was found by words."""
    briefing.shown_title = as_html(briefing.marked_title)
    if has_marks(briefing.marked_text):
        briefing.excerpt = as_html(briefing.marked_text)
    return briefing
