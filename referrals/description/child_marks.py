"""The children that a referral is about, and the texts by which each is known again in another one.

The texts are hashed before anything is stored (same_child.py).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from referrals.description import alike
from referrals.description.children import ROWS
from referrals.description.conditions import Answers
from referrals.description.elements import Identity
from referrals.description.identities import namings
from referrals.models import Likeness

Mark = tuple[Likeness, str]  # what it says, and of what: never stored as it is


@dataclass(frozen=True)
class Child:
    first_names: str
    last_name: str
    born: str
    address: str


def children(answers: Answers) -> list[Child]:
    """Those whom the referral is about, as the description's identities tell them."""
    found: dict[str, dict[Identity, str]] = {}
    for one in namings(answers):
        rows, row = one.holder
        if rows == ROWS.name:
            found.setdefault(row, {})[one.identity] = one.value
    return [
        Child(
            said.get(Identity.FIRST_NAME, ""),
            said.get(Identity.LAST_NAME, ""),
            said.get(Identity.BIRTH, ""),
            said.get(Identity.ADDRESS, ""),
        )
        for said in found.values()
    ]


def marks(child: Child) -> Iterator[Mark]:
    first, last = alike.first_names(child.first_names), alike.last_names(child.last_name)
    names = [" ".join(both) for both in product(first, last)]
    known_by = {
        Likeness.NAME: (names, "-"),
        Likeness.NAME_AND_BIRTH: (names, child.born),
        Likeness.LAST_NAME_AND_BIRTH: (last, child.born),
        Likeness.FIRST_NAME_AND_BIRTH: (first, child.born),
        Likeness.HOME: (last, alike.postcode(child.address)),
    }
    for likeness, (called, beside) in known_by.items():
        if beside:
            yield from ((likeness, json.dumps([likeness, one, beside])) for one in called)


def marks_in(answers: Answers) -> set[Mark]:
    return {mark for child in children(answers) for mark in marks(child)}
