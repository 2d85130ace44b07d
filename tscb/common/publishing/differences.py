"""What differs between two versions, field by field and word by word, for people to read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db import models
from django.utils.text import capfirst

from tscb.common.publishing.content import Content, fields_of, part_fields

WORDS = re.compile(r"\S+[^\S\n]*|\n|\s")  # a line ends by itself, whatever its last word
EMPTY: Content = {"fields": {}, "many": {}, "parts": {}}


@dataclass(frozen=True)
class Stretch:
    """Words that stayed, went or came."""

    kind: str
    text: str


@dataclass(frozen=True)
class Difference:
    label: str
    words: list[Stretch]


def differences(item: models.Model, before: Content | None, after: Any) -> list[Difference]:
    """Only what differs, in the order of the form."""
    before = before or EMPTY
    old, new = dict(_texts(item, before)), dict(_texts(item, after))
    titles = _titles_apart(before) | _titles_apart(after)
    old |= dict(_texts_apart(item, before, titles))
    new |= dict(_texts_apart(item, after, titles))
    labels = [*new, *(label for label in old if label not in new)]
    pairs = ((label, old.get(label, ""), new.get(label, "")) for label in labels)
    return [Difference(label, list(compare(a, b))) for label, a, b in pairs if a != b]


def compare(old: str, new: str) -> Iterator[Stretch]:
    """The words of both texts in reading order."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    for kind, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        if kind == "equal":
            yield Stretch("same", "".join(before[a:b]))
            continue
        if b > a:
            yield Stretch("gone", "".join(before[a:b]))
        if d > c:
            yield Stretch("new", "".join(after[c:d]))


def _texts(item: models.Model, content: Content) -> Iterator[tuple[str, str]]:
    for field in fields_of(type(item)):
        if field.name in content["fields"]:
            yield _label(field), _text(field, content["fields"][field.name])
    for name, keys in content["many"].items():
        yield _names(item._meta.get_field(name), keys)
    for name, rows in content["parts"].items():
        yield from _part_texts(item, name, rows)


def _label(field: Any) -> str:
    return "Cover picture" if field.name == "cover_sizes" else capfirst(field.verbose_name)


def _text(field: Any, value: Any) -> str:
    if value in (None, "", []):
        return ""
    if field.name == "cover_sizes":
        return f"Picture {value[-1]['file'].rpartition('/')[2][:8]}"
    if field.is_relation:
        return _name(field.related_model, value)
    if hasattr(field, "in_words"):
        return field.in_words(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(dict(field.flatchoices).get(value, value))


def _name(model: type[models.Model], key: Any) -> str:
    return str(model._default_manager.filter(pk=key).first() or "something removed since")


def _names(field: Any, keys: list[Any]) -> tuple[str, str]:
    found = field.related_model._default_manager.filter(pk__in=keys)
    return capfirst(field.verbose_name), ", ".join(str(one) for one in found)


def _part_texts(
    item: models.Model, name: str, rows: list[dict[str, Any]]
) -> Iterator[tuple[str, str]]:
    """Each row under its place, so that a moved row reads as one."""
    model: Any = item._meta.get_field(name).related_model
    for number, row in enumerate(rows, 1):
        yield f"{capfirst(model._meta.verbose_name)} {number}", _row_text(item, name, row)


def _row_text(item: models.Model, name: str, row: dict[str, Any]) -> str:
    return "\n".join(
        f"{capfirst(field.verbose_name)}: {_text(field, row[field.name])}"
        for field in part_fields(item, name)
        if field.name in row and _text(field, row[field.name])
    )


def _titles_apart(content: Content) -> dict[tuple[str, int], str]:
    """What each row that stands apart is called."""
    return {
        (name, row["id"]): row["title"]
        for name, rows in content.get("apart", {}).items()
        for row in rows
    }


def _texts_apart(
    item: models.Model, content: Content, titles: dict[tuple[str, int], str]
) -> Iterator[tuple[str, str]]:
    """Each row under its latest title: whatever else changes, it is the same document."""
    called = list(titles.values())
    for name, rows in content.get("apart", {}).items():
        model: Any = item._meta.get_field(name).related_model
        for row in rows:
            title = titles[name, row["id"]]
            number = f" (number {row['id']})" if called.count(title) > 1 else ""
            label = f"{capfirst(model._meta.verbose_name)} “{title}”{number}"
            yield label, _row_text(item, name, row)
