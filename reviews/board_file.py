"""What this app takes from the file of a board: its own types of review, if it has any."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import slugify

from reviews.models import ReviewType
from tscb.board.board_file.plain import Values, said_by, shape_of, tables

SECTIONS = ("review_types",)
KEYS = {"name", "address", "description"}


def problems(told: dict[str, Any]) -> Iterator[str]:
    yield from shape_of(told, "review_types", {"name"}, KEYS)
    rows = [type_of(one) for one in tables(told, "review_types")]
    for number, row in enumerate(rows, 1):
        yield from said_by(row, {"slug": "address"}, f"review_types {number}: ")
    addresses = [row.slug for row in rows]
    twice = {one for one in addresses if addresses.count(one) > 1}
    yield from (f"review_types: {one} stands there twice." for one in sorted(twice))


def type_of(given: Values, order: int = 0) -> ReviewType:
    name = str(given.get("name", ""))
    slug = given.get("address") or slugify(name)
    return ReviewType(name=name, slug=slug, description=given.get("description", ""), order=order)


def write(told: dict[str, Any]) -> None:
    """Types of the file stand in place of those that the guidance brings along."""
    given = tables(told, "review_types")
    if given:
        ReviewType.objects.all().delete()
        ReviewType.objects.bulk_create(type_of(one, order) for order, one in enumerate(given, 1))
