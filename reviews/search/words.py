"""A visitor's words as a question to PostgreSQL: phrases in quotes, “or”, minus words, no accents.

Knows no model: whoever has a column of words may ask it.
"""

import re
import unicodedata

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import BooleanField, F, Func, Value
from django.http import HttpRequest

# English stems with accents taken off, made by a migration (Siân is found by “sian”).
CONFIG = "board"
LONGEST = 200
# A minus means something before a word or a quote alone; PostgreSQL gives up on a row of them.
EMPTY_MINUS = re.compile(r"-(?![\w\"])")


def tidy(words: str) -> str:
    """One space between words, and accented letters as one character each, as texts are kept."""
    words = EMPTY_MINUS.sub(" ", unicodedata.normalize("NFC", words))
    return " ".join(words.split())


def words_asked(request: HttpRequest) -> str:
    """What `?q=` asks for; beyond the longest it is cut."""
    return tidy(request.GET.get("q", "")[:LONGEST])


def query_for(words: str) -> SearchQuery:
    """Never fails, whatever was typed; words that are too common match nothing."""
    return SearchQuery(tidy(words), search_type="websearch", config=CONFIG)


def is_plain(words: str) -> bool:
    """Only words, each of which may stand anywhere: no phrase, no compound, no minus."""
    return all(word.isalpha() for word in words.split())


def query_for_any(words: str) -> SearchQuery:
    """The page of a report that answers best may have some of the plain words only."""
    return query_for(" or ".join(words.split()) if is_plain(words) else words)


class WithoutOrder(Func):
    """The question with its phrases as words that only have to be there, anywhere."""

    template = "regexp_replace(%(expressions)s::text, '<(-|\\d+)>', '&', 'g')::tsquery"


class OfWeight(Func):
    """Only the words of these weights; a title has A."""

    output_field = SearchVectorField()

    def __init__(self, vector: str, weights: str):
        super().__init__(F(vector), Value("{" + ",".join(weights) + "}"))

    template = 'ts_filter(%(expressions)s::"char"[])'


class Matches(Func):
    """Whether a column of words answers a question."""

    template = "(%(expressions)s)"
    arg_joiner = " @@ "
    output_field = BooleanField()
