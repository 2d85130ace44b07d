"""What becomes public, or ends, by time alone: nobody writes anything at that moment.

A model names such columns in `moments`, each with the SQL condition on its rows ("" for all). The
newest of the moments that have come belongs to the version. An index has to lead to it: the cost
must not grow with the number of rows.
"""

from collections.abc import Iterator

from django.apps import apps

QUESTION = """
SELECT (SELECT coalesce(sum(changes), 0)::bigint FROM common_contentchange),
    greatest({moments})
"""
NEWEST = """(
    SELECT {column} FROM {table} WHERE {condition} {column} <= %(now)s
    ORDER BY {column} DESC LIMIT 1
)"""


def question() -> str:
    """The SQL for the number and the newest moment that has come by %(now)s."""
    return QUESTION.format(moments=", ".join(_newest()))


def _newest() -> Iterator[str]:
    yield "NULL::timestamptz"
    for model in apps.get_models():
        for column, condition in getattr(model, "moments", {}).items():
            yield NEWEST.format(
                table=f'"{model._meta.db_table}"',
                column=f'"{column}"',
                condition=f"{condition} AND" if condition else "",
            )
