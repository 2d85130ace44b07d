"""“Did you mean”, from the words of published titles, themes and learning points alone.

Asked only where nothing was found. Trigram indexes find the texts that hold a word like the one
that was typed; the nearest word of those is offered.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from reviews.models import LearningPoint, Theme
from reviews.search.finding import find
from reviews.search.words import is_plain

WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4  # letters; a shorter word is near to too many others
MOST_WORDS = 5
MOST_TEXTS = 20
ALIKE = 0.45  # of 1: the part of its trigrams that a typed word shares with a text
NEAR = 0.7  # of 1: how much alike two words have to be


def meant(published: QuerySet[Any], words: str) -> str:
    """The words as they may have been meant, if they find something; else nothing."""
    typed = [word for word in WORD.findall(words) if len(word) >= SHORTEST][:MOST_WORDS]
    if not typed or not is_plain(words):
        return ""
    known = set(_words_like(published, typed))
    better = " ".join(_nearest(word, known) for word in words.split())
    if better.casefold() == words.casefold() or not find(published, better).exists():
        return ""
    return better


def _words_like(published: QuerySet[Any], typed: list[str]) -> Iterator[str]:
    """In one query, however many words were typed. The indexes go by the setting of likeness."""
    first, *others = [texts for word in typed for texts in _texts_like(published, word.casefold())]
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute("SET LOCAL pg_trgm.word_similarity_threshold = %s", [ALIKE])
        found = list(first.union(*others, all=True))
    for (text,) in found:
        yield from (word.casefold() for word in WORD.findall(text))


def _texts_like(published: QuerySet[Any], word: str) -> Iterator[QuerySet]:
    ids = published.order_by().values("pk")
    for rows, field in (
        (published, "title"),
        (Theme.objects.filter(reviews__in=ids), "name"),
        (LearningPoint.objects.filter(review__in=ids), "text"),
    ):
        near = rows.filter(**{f"{field}__trigram_word_similar": word})
        best = near.annotate(likeness=TrigramWordSimilarity(word, field)).order_by("-likeness")
        yield best.annotate(said=Cast(field, TextField())).values_list("said")[:MOST_TEXTS]


def _nearest(word: str, known: set[str]) -> str:
    """The known word most like this one; the word itself if none is near."""
    folded = word.casefold()
    if folded in known or len(word) < SHORTEST:
        return word
    likeness = {one: SequenceMatcher(None, folded, one).ratio() for one in known}
    best = max(sorted(known), key=lambda one: likeness[one], default=word)
    return best if likeness.get(best, 0) >= NEAR else word
