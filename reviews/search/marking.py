"""Found words in a text: PostgreSQL puts marks that nobody types around them, this makes HTML."""

import re
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from reviews.search.words import CONFIG

START, STOP = "\x02", "\x03"
MARKED = re.compile(f"{START}([^{START}{STOP}]*){STOP}")
LEFT_OVER = re.compile(f"[{START}{STOP}]")


def headline(text: Any, query: SearchQuery, **options: Any) -> SearchHeadline:
    """The text, or the pieces of it that hold the words, with marks."""
    return SearchHeadline(text, query, config=CONFIG, start_sel=START, stop_sel=STOP, **options)


def pieces(text: Any, query: SearchQuery) -> SearchHeadline:
    """Up to two short pieces around found words."""
    return headline(
        text, query, max_fragments=2, min_words=12, max_words=28, fragment_delimiter=" … "
    )


def has_marks(text: str) -> bool:
    return bool(MARKED.search(text))


def as_html(text: str) -> SafeString:
    """Escaped first, so that nothing in the text itself is HTML; each mark then is one element."""
    marked = MARKED.sub(r"<mark>\1</mark>", str(escape(text)))
    return mark_safe(LEFT_OVER.sub("", marked))  # noqa: S308 - escaped in the line above
