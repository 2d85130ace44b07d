"""Which reviews answer a visitor's words, where that is too many for counting to find them first
(hits.py asks the same in SQL of its own). Briefings are found the same way.

Each has a search entry; a review's says whether it has reports, whose pages are then looked in.
"""

from functools import reduce
from operator import and_
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet

from reviews.models import CaseReview, ReportPage
from reviews.search.parts import Parts, Phrase, parts_of
from reviews.search.words import LooseQuery, query_for, says_nothing

ENTRY = "search_entry__"
OWN = f"{ENTRY}own"


def find(items: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Those that have all the words, be they on the page or in a signed-off report.

    The order of a report's words is known page by page only, so a phrase has to stand on one page.
    """
    parts = parts_of(words)
    found = in_any_order(parts, f"{ENTRY}words")
    for phrase in parts.phrases:
        has = _has(items, phrase, "words" if parts.alternatives else "own")
        found &= ~has if phrase.unwanted else has | Q(says_nothing(query_for(phrase.words)))
    return items.filter(found)


def in_any_order(parts: Parts, vector: str = "words") -> Q:
    """Has all that is wanted, phrases word by word: what may answer, and what does without one."""
    if parts.needs_nothing:
        return Q()
    return Q(**{vector: loosely(parts)})


def loosely(parts: Parts) -> SearchQuery:
    return reduce(and_, map(LooseQuery, parts.all_wanted))


def _has(items: QuerySet[Any], phrase: Phrase, vector: str) -> Q:
    query = query_for(phrase.words)
    found = Q(**{f"{ENTRY}{vector}": query})
    if items.model is CaseReview:
        pages = ReportPage.objects.public().filter(search=query)
        found |= Q(pk__in=pages.values("document__review"))
    return found
