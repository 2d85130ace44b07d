"""The text of an item as plain data, taken from its rows and put back into them.

Fields that staff edit, many-to-many choices, the rows of its `parts`, and the words about what
stands `apart`; never its state.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from tscb.common.publishing.covers import Covered
from tscb.common.uploads.storage import private_storage

Content = dict[str, Any]


def fields_of(model: Any) -> list[Any]:
    """The columns that hold what somebody wrote or chose."""
    written = [field for field in model._meta.concrete_fields if field.editable and field.name]
    if issubclass(model, Covered):
        written.append(model._meta.get_field("cover_sizes"))
    return [field for field in written if not field.primary_key]


def snapshot(item: models.Model) -> Content:
    """All of it as it stands in the database now."""
    item = type(item)._default_manager.get(pk=item.pk)
    found = {
        "fields": _values(item, fields_of(type(item))),
        "many": {
            field.name: sorted(getattr(item, field.name).values_list("pk", flat=True))
            for field in item._meta.many_to_many
        },
        "parts": {name: _rows(item, name) for name in getattr(item, "parts", ())},
    }
    if apart := getattr(item, "apart", ()):
        found["apart"] = {name: _words(item, name) for name in apart}
    return json.loads(json.dumps(found, cls=DjangoJSONEncoder))


def _values(item: models.Model, fields: list[Any]) -> dict[str, Any]:
    return {field.name: field.value_from_object(item) for field in fields}


def part_fields(item: models.Model, name: str) -> list[Any]:
    """The columns of a part, without the link back to the item."""
    relation: Any = item._meta.get_field(name)
    return [
        field for field in fields_of(relation.related_model) if field.name != relation.field.name
    ]


def _rows(item: models.Model, name: str) -> list[dict[str, Any]]:
    fields = part_fields(item, name)
    return [{"id": row.pk, **_values(row, fields)} for row in getattr(item, name).all()]


def _words(item: Any, name: str) -> list[dict[str, Any]]:
    """Of each row that stands apart what is said about it on the page: its model's `words`."""
    relation: Any = item._meta.get_field(name)
    rows = getattr(item, name).order_by("pk")
    return [dict(row) for row in rows.values("id", *relation.related_model.words)]


def with_what_is_there(item: models.Model, content: Any) -> Any:
    """The content, knowing of what stands apart just the rows that there are now: one that came
    since has the words that it came with."""
    apart = {
        name: [_of_row(content, name, row) for row in _words(item, name)]
        for name in getattr(item, "apart", ())
    }
    return {**content, "apart": apart} if apart else content


def _of_row(content: Any, name: str, row: dict[str, Any]) -> dict[str, Any]:
    kept = content.get("apart", {}).get(name, [])
    return next((one for one in kept if one["id"] == row["id"]), row)


def snapshot_apart(item: models.Model) -> Content:
    """What goes with the item and lives a life of its own: its documents."""
    return {
        name: [{key: str(value) for key, value in row.items()} for row in _rows(item, name)]
        for name in getattr(item, "apart", ())
    }


def apply(item: models.Model, content: Any) -> None:
    """Writes the content into the rows; what it points at and is gone since stays as it is."""
    item = type(item)._default_manager.get(pk=item.pk)
    for field in fields_of(type(item)):
        if field.name in content["fields"]:
            _put(item, field, content["fields"][field.name])
    item.save()
    for name, keys in content["many"].items():
        relation = getattr(item, name)
        relation.set(relation.model._default_manager.filter(pk__in=keys))
    for name, rows in content["parts"].items():
        _write_rows(item, name, rows)
    for name, rows in content.get("apart", {}).items():
        _write_words(item, name, rows)
    if hasattr(item, "note_completeness"):  # what is derived from the parts is derived anew
        item.note_completeness()


def _put(item: models.Model, field: Any, value: Any) -> None:
    if field.unique and _taken(item, field, value):
        return
    if field.is_relation and not field.related_model._default_manager.filter(pk=value).exists():
        return
    if field.name == "cover_sizes":
        value = _kept_cover(value)
    setattr(item, field.attname, field.to_python(value))


def _kept_cover(sizes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without a file that somebody took out of the store: a page never shows a broken picture."""
    return [size for size in sizes if private_storage().exists(size["file"])]


def _taken(item: models.Model, field: Any, value: Any) -> bool:
    others = type(item)._default_manager.exclude(pk=item.pk)
    return others.filter(**{field.name: value}).exists()


def _write_rows(item: models.Model, name: str, rows: list[dict[str, Any]]) -> None:
    relation: Any = item._meta.get_field(name)
    model, link = relation.related_model, relation.field.name
    model._default_manager.filter(**{link: item}).exclude(pk__in=[r["id"] for r in rows]).delete()
    for row in rows:
        part = model(pk=row["id"], **{link: item})
        for field in part_fields(item, name):
            if field.name in row:
                setattr(part, field.attname, _still_there(field, row[field.name]))
        part.save()


def _still_there(field: Any, value: Any) -> Any:
    """The value of a row that comes back; nothing where it pointed at something gone since."""
    if field.is_relation and field.null:
        there = field.related_model._default_manager.filter(pk=value).exists()
        return value if there else None
    return field.to_python(value)


def _write_words(item: models.Model, name: str, rows: list[dict[str, Any]]) -> None:
    """Rows that came since stay as they are, and those that are gone do not come back."""
    relation: Any = item._meta.get_field(name)
    model, link = relation.related_model, relation.field.name
    for row in rows:
        words = {word: row[word] for word in model.words if word in row}
        model._default_manager.filter(**{link: item}, pk=row["id"]).update(**words)


class _Undone(Exception):
    """Ends a transaction whose writing was only meant for looking."""


@contextmanager
def undone(unless: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """Whatever is written in the block is taken back at its end, unless it is told to stay."""
    try:
        with transaction.atomic():
            yield
            if not unless():
                raise _Undone
    except _Undone:
        pass
