"""The rows of a list, read a page at a time when it is cut, with SQL that is written once."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, F, Func, QuerySet
from django.utils import timezone

from reviews.search.choices import Counted
from reviews.search.ordering import Order
from reviews.search.words import Words
from tscb.common.written_once import WrittenOnce, given

Snippets = Callable[[QuerySet[Any], Words], QuerySet[Any]]


class Standing:
    """All that is published, or what has these sorts, by date."""

    def __init__(self, model: Any, sorts: Sequence[int], order: Order) -> None:
        self._sorts = list(sorts)
        self._question = _by_date(model, bool(sorts), order == Order.OLDEST)

    def __getitem__(self, place: slice) -> list[Any]:
        cut = (place.start or 0, place.stop)
        if cut[0] >= cut[1]:
            return []
        return self._question.ask(cut, now=timezone.now(), sorts=self._sorts)


class Found:
    """What answers the words, in order; a row that has gone since is left out."""

    def __init__(self, model: Any, counted: Counted, with_snippets: Snippets) -> None:
        self._keys, self._words = counted.best, (counted.query, counted.any_query)
        self._question = _of_keys(model, with_snippets)

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, place: slice) -> list[Any]:
        keys = list(self._keys[place])
        if not keys:
            return []
        query, any_query = self._words
        rows = self._question.ask(now=timezone.now(), keys=keys, query=query, any_query=any_query)
        found = {row.pk: row for row in rows}
        return [found[key] for key in keys if key in found]


@cache
def _by_date(model: Any, narrowed: bool, oldest_first: bool) -> WrittenOnce:
    return WrittenOnce(lambda: _standing(model, narrowed, oldest_first))


def _standing(model: Any, narrowed: bool, oldest_first: bool) -> QuerySet[Any]:
    published = model.objects.published(given("now")).for_lists()
    rows = published.filter(search_entry__sorts__contains=given("sorts")) if narrowed else published
    return rows.order_by("published_at", "pk") if oldest_first else rows.newest_first()


@cache
def _of_keys(model: Any, with_snippets: Snippets) -> WrittenOnce:
    return WrittenOnce(lambda: _found(model, with_snippets))


def _found(model: Any, with_snippets: Snippets) -> QuerySet[Any]:
    rows = model.objects.published(given("now")).for_lists().filter(_Among(F("pk"), given("keys")))
    words = Words(_Question(given("query")), _Question(given("any_query")), given("now"))
    return with_snippets(rows, words)


class _Among(Func):
    """Whether a key is one of a list."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


class _Question(Func):
    """Words as PostgreSQL itself wrote them when it counted what has them."""

    template = "%(expressions)s::tsquery"
    output_field = SearchQueryField()
