"""The children that a referral is about, and the texts by which each is known again in another one.

The texts are hashed before anything is stored (same_child.py).
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from referrals.description import alike
from referrals.description.children import ROWS
from referrals.description.conditions import Answers
from referrals.description.elements import Identity
from referrals.description.identities import namings
from referrals.models import Likeness

Said = dict[Identity, list[str]]
Mark = tuple[Likeness, str]  # what it says, and of what: never stored as it is


@dataclass(frozen=True)
class Child:
    first_names: str
    last_name: str
    born: str
    addresses: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def children(answers: Answers) -> list[Child]:
    """Those whom the referral is about, as the description's identities tell them."""
    found: dict[str, Said] = {}
    for one in namings(answers):
        rows, row = one.holder
        if rows == ROWS.name:
            found.setdefault(row, defaultdict(list))[one.identity].append(one.value)
    return [_child(said) for said in found.values()]


def _child(said: Said) -> Child:
    return Child(
        " ".join(said[Identity.FIRST_NAME]),
        " ".join(said[Identity.LAST_NAME]),
        "".join(said[Identity.BIRTH][:1]),
        tuple(said[Identity.ADDRESS]),
        tuple(said[Identity.NUMBER]),
    )


def marks(child: Child) -> Iterator[Mark]:
    first, last = alike.first_names(child.first_names), alike.last_names(child.last_name)
    names = {" ".join(both) for both in product(first, last)}
    born = {child.born} - {""}
    known_by = {
        Likeness.NUMBER: ({alike.nhs_number(one) for one in child.numbers} - {""}, {"-"}),
        Likeness.NAME: (names, {"-"}),
        Likeness.NAME_AND_BIRTH: (names, born),
        Likeness.LAST_NAME_AND_BIRTH: (last, born),
        Likeness.FIRST_NAME_AND_BIRTH: (first, born),
        Likeness.HOME: (last, {alike.postcode(one) for one in child.addresses} - {""}),
    }
    for likeness, (called, beside) in known_by.items():
        yield from ((likeness, json.dumps([likeness, *both])) for both in product(called, beside))


def marks_in(answers: Answers) -> set[Mark]:
    return {mark for child in children(answers) for mark in marks(child)}
