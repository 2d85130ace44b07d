"""The hashes of this app that stay in the database, for `manage.py rotate_keys`."""

from collections.abc import Iterator

from referrals.description.same_child import mark_the_rest, without_marks

NAME = "marks of children"


def outdated() -> int:
    """Referrals whose marks are of an older key, or are not there yet."""
    return without_marks().count()


def renew(size: int) -> Iterator[int]:
    yield from mark_the_rest(size)
