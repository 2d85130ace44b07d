"""Questions to the database that pages ask again and again, whose SQL is written once.

Django writes the SQL of a queryset anew each time it is asked: for the page of a review that takes
several times as long as PostgreSQL needs to answer. A question here is a queryset with `given(…)`
in place of what is known when a page asks; answers are the queryset's own, models and all.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet, Value
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler


@dataclass(frozen=True)
class Given:
    name: str


def given(name: str) -> Value:
    """Stands in a question for a value that its `ask` is told under this name."""
    return Value(Given(name))


@dataclass(frozen=True)
class Written:
    """A queryset with its SQL; among the parameters are those that are yet to be given."""

    rows: QuerySet[Any]
    compiler: SQLCompiler
    sql: str
    parameters: tuple[Any, ...]


class WrittenOnce:
    """`rows` makes the queryset; it is called when the question is first asked in a process."""

    def __init__(self, rows: Callable[[], QuerySet[Any]]) -> None:
        self._rows = rows

    def ask(self, cut: tuple[int, int] | None = None, **values: Any) -> list[Any]:
        """The rows; of a question that is not cut itself, those of the places from and before."""
        written = self._written
        parameters = tuple(
            values[one.name] if isinstance(one, Given) else one for one in written.parameters
        )
        sql = f"{written.sql} {_limit(cut)}" if cut else written.sql
        filled: Any = _Filled(written, sql, parameters)
        rows: Any = type(written.rows)(written.rows.model, filled, DEFAULT_DB_ALIAS)
        rows._iterable_class = cast(Any, written.rows)._iterable_class
        return list(rows)

    @cached_property
    def _written(self) -> Written:
        rows = self._rows()
        compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        return Written(rows, compiler, sql, tuple(parameters))


def _limit(cut: tuple[int, int]) -> str:
    return connections[DEFAULT_DB_ALIAS].ops.limit_offset_sql(*cut)


class _Filled:
    """The query of a queryset, with its SQL there already. All else is the query's own."""

    def __init__(self, written: Written, sql: str, parameters: tuple[Any, ...]) -> None:
        self._query: Query = written.rows.query
        self._compiler, self._filled = written.compiler, (sql, parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._query, name)

    def get_compiler(self, using: str, **_: Any) -> SQLCompiler:
        """For this thread's connection: a compiler is not shared."""
        compiler: Any = copy(self._compiler)
        compiler.connection = connections[using]
        compiler.as_sql = lambda *_, **__: self._filled
        return compiler
