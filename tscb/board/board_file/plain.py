"""Looking into what a file says: the shape first, and then what models say of each value."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model

Values = Mapping[str, Any]


def tables(told: Values, section: str) -> Sequence[Values]:
    """The tables of a list, such as [[contacts]]; those that are none are left to `shape_of`."""
    given = told.get(section, [])
    return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []


def shape_of(told: Values, section: str, needed: set[str], allowed: set[str]) -> Iterator[str]:
    """What is wrong with the shape of a list of tables."""
    given = told.get(section, [])
    if not isinstance(given, list) or len(tables(told, section)) != len(given):
        yield f"{section} has to be a list of tables: [[{section}]] before each."
    for number, one in enumerate(tables(told, section), 1):
        where = f"{section} {number}"
        yield from (f"{where}: {key} is missing." for key in sorted(needed - one.keys()))
        yield from unknown(where, one, needed | allowed)


def unknown(where: str, given: Values, known: set[str]) -> Iterator[str]:
    for key in sorted(given.keys() - known):
        yield f"{where}: {key} is not known. It can have: {', '.join(sorted(known))}."


def said_by(
    row: Model, names: Mapping[str, str], where: str, *, leave_out: Sequence[str] = ()
) -> Iterator[str]:
    """What the model says of its values, by the names that they have in the file."""
    try:
        row.full_clean(leave_out, validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        for field, sentences in error.message_dict.items():
            name = where if field == NON_FIELD_ERRORS else f"{where}{names.get(field, field)}"
            yield from (f"{name.rstrip('.: ')}: {sentence}" for sentence in sentences)
