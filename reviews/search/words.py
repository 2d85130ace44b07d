"""A visitor's words as a question to PostgreSQL: phrases in quotes, “or”, minus words, no accents.

Knows no model: whoever has a column of words may ask it.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib.postgres.search import SearchQuery
from django.db.models import BooleanField, Func, IntegerField
from django.db.models.lookups import Exact
from django.http import HttpRequest

# English stems with accents taken off, made by a migration (Siân is found by “sian”).
CONFIG = "board"
LONGEST = 200
# A minus means something before a word or a quote alone; PostgreSQL gives up on a row of them.
EMPTY_MINUS = re.compile(r"-(?![\w\"])")
# The English stemmer knows “families” and “babies”; these it keeps apart. Each finds the other.
FORMS = (
    ("child", "children"), ("grandchild", "grandchildren"), ("stepchild", "stepchildren"),
    ("man", "men"), ("woman", "women"), ("person", "people"), ("policeman", "policemen"),
    ("wife", "wives"), ("midwife", "midwives"), ("knife", "knives"), ("foot", "feet"),
    ("tooth", "teeth"), ("crisis", "crises"), ("diagnosis", "diagnoses"),
    ("analysis", "analyses"), ("criterion", "criteria"),
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")


def tidy(words: str) -> str:
    """One space between words, and accented letters as one character each, as texts are kept."""
    words = EMPTY_MINUS.sub(" ", unicodedata.normalize("NFC", words))
    return " ".join(words.split())


def words_asked(request: HttpRequest) -> str:
    """What `?q=` asks for; beyond the longest it is cut."""
    return tidy(request.GET.get("q", "")[:LONGEST])


Written = tuple[str, list[Any]]  # SQL and its parameters
ASKED = f"websearch_to_tsquery('{CONFIG}'::regconfig, %s)"


def asked(words: str) -> Written:
    """The question with both forms of the words that have two, in phrases and after a minus too.
    Never fails, whatever was typed; words that are too common match nothing."""
    words = tidy(words)
    sql, given = ASKED, [words]
    for one, more in _pairs_in(words):
        # First the one form everywhere, so that the second step meets it once in each place.
        sql = f"ts_rewrite(ts_rewrite({sql}, {ASKED}, {ASKED}), {ASKED}, {ASKED})"
        given += [more, one, one, f"{one} or {more}"]
    return sql, given


def asked_loosely(words: str) -> Written:
    """The question with its phrases as words that only have to be there, anywhere."""
    sql, given = asked(words)
    return f"regexp_replace(({sql})::text, '<(-|\\d+)>', '&', 'g')::tsquery", given


class Words(NamedTuple):
    """The question as expressions of the ORM: all of the words, any that is wanted, and when it
    is asked."""

    all: Any
    any: Any
    at: Any


class WordsQuery(SearchQuery):
    def __init__(self, words: str):
        super().__init__(words, search_type="websearch", config=CONFIG)
        self.words = words

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        return asked(self.words)


class LooseQuery(WordsQuery):
    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        return asked_loosely(self.words)


def _pairs_in(words: str) -> Iterator[tuple[str, str]]:
    typed = set(WORD.findall(words.casefold()))
    return (pair for pair in FORMS if typed.intersection(pair))


def query_for(words: str) -> WordsQuery:
    return WordsQuery(words)


def is_plain(words: str) -> bool:
    """Only words, each of which may stand anywhere: no phrase, no compound, no minus."""
    return all(word.isalpha() for word in words.split())


def says_nothing(query: WordsQuery) -> Exact:
    """Has only words that are too common to be searched for."""
    return Exact(Func(query, function="numnode", output_field=IntegerField()), 0)


class Matches(Func):
    """Whether a column of words answers a question."""

    template = "(%(expressions)s)"
    arg_joiner = " @@ "
    output_field = BooleanField()
