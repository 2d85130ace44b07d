"""How many cases each filter would show, with all other filters as they are: by the same conditions
as the board's own list, in one query for all of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q

from referrals.models.referral import Referrals
from referrals.panel.board.filters import (
    ANOTHER,
    LEARNING,
    NOBODY,
    STATUSES,
    Chosen,
    Learning,
    Shelf,
    conditions,
    shelves,
    together,
    waiting_for,
)
from referrals.panel.board.waiting import Waiting
from tscb.board.models import User

Row = dict[str, Any]


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    is_current: bool


@dataclass(frozen=True)
class Filters:
    """`found`: how many the board shows."""

    found: int
    shelves: list[Choice]
    waiting: list[Choice]
    status: list[Choice]
    agency: list[Choice]
    lead: list[Choice]
    learning: list[Choice]


def filters_of(cases: Referrals, chosen: Chosen, user: User) -> Filters:
    rows = counted_rows(cases, chosen, user)

    def listed(name: str, table: Mapping[str, str]) -> list[Choice]:
        counts = {value: sum(row[_sum(name, value)] for row in rows) for value in table}
        return _choices(table, counts, getattr(chosen, name))

    return Filters(
        found=sum(row["found"] for row in rows),
        shelves=listed("show", dict(Shelf.choices)),
        waiting=listed("waiting", dict(Waiting.choices)),
        status=listed("status", {one.value: str(one.label) for one in STATUSES}),
        agency=_named([(_agency(row), row["of_agency"]) for row in rows], chosen.agency),
        learning=listed("learning", dict(Learning.choices)),
        lead=_named([(_lead(row), row["of_lead"]) for row in rows], chosen.lead),
    )


def counted_rows(cases: Referrals, chosen: Chosen, user: User) -> list[Row]:
    """One for each agency that has sent something and each person who leads something of it."""
    held = conditions(chosen, user)
    sums = {"found": held, "of_agency": _without(held, "agency"), "of_lead": _without(held, "lead")}
    for name, table in tables(user).items():
        for value, condition in table.items():
            sums[_sum(name, value)] = {**_without(held, name), name: condition}
    counts = {name: Count("pk", filter=together(conditions)) for name, conditions in sums.items()}
    grouped: Any = cases.values(**GROUPS)
    return list(grouped.annotate(**counts))


GROUPS = {
    "agency": F("case__agency"),
    "agency_named": F("case__agency__name"),
    "leads": F("case__lead"),
    "first": F("case__lead__first_name"),
    "last": F("case__lead__last_name"),
    "email": F("case__lead__email"),
}


def tables(user: User) -> dict[str, dict[str, Q]]:
    return {
        "show": {shelf.value: condition for shelf, condition in shelves(user).items()},
        "waiting": {one.value: waiting_for(one) for one in Waiting},
        "status": {one.value: Q(status=one) for one in STATUSES},
        "learning": {one.value: condition for one, condition in LEARNING.items()},
    }


def _without(held: dict[str, Q], name: str) -> dict[str, Q]:
    return {one: condition for one, condition in held.items() if one != name}


def _sum(name: str, value: str) -> str:
    """What a count is called in the database."""
    return f"{name}_{value}".replace("-", "_")


def _choices(table: Mapping[str, str], counts: Mapping[str, int], current: str) -> list[Choice]:
    return [Choice(value, label, counts[value], value == current) for value, label in table.items()]


def _agency(row: Row) -> tuple[str, str]:
    if row["agency"] is None:
        return ANOTHER, "Another agency"
    return str(row["agency"]), str(row["agency_named"])


def _lead(row: Row) -> tuple[str, str]:
    if row["leads"] is None:
        return NOBODY, "Nobody yet"
    return str(row["leads"]), f"{row['first']} {row['last']}".strip() or str(row["email"])


def _named(counted: Iterable[tuple[tuple[str, str], int]], current: str) -> list[Choice]:
    """By name; what stands for nobody comes first."""
    sums: Counter[tuple[str, str]] = Counter()
    for named, count in counted:
        sums[named] += count
    ordered = sorted(sums, key=lambda named: (named[0] != NOBODY, named[1]))
    labels = dict(ordered)
    return _choices(labels, {value: sums[value, labels[value]] for value in labels}, current)
