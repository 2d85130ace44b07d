"""The children that a referral is about and their families, and the texts by which each is known
again in another one.

The texts are hashed before anything is stored (same_child.py).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from referrals.description import alike, family
from referrals.description.children import ROWS
from referrals.description.conditions import Answers
from referrals.description.elements import Identity, Rows
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


@dataclass(frozen=True)
class Relative:
    """Somebody named under the family. `addresses`: their own, or else where the children live."""

    name: str
    born: str
    addresses: tuple[str, ...] = ()


def said_in(rows: Rows, answers: Answers) -> list[Said]:
    """What identifies somebody, row by row, as the description's identities tell it."""
    found: dict[str, Said] = {}
    for one in namings(answers):
        name, row = one.holder
        if name == rows.name:
            found.setdefault(row, defaultdict(list))[one.identity].append(one.value)
    return list(found.values())


def children(answers: Answers) -> list[Child]:
    return [_child(said) for said in said_in(ROWS, answers)]


def relatives(answers: Answers) -> list[Relative]:
    homes = tuple(home for child in children(answers) for home in child.addresses)
    return [_relative(said, homes) for said in said_in(family.ROWS, answers)]


def _child(said: Said) -> Child:
    return Child(
        " ".join(said[Identity.FIRST_NAME]),
        " ".join(said[Identity.LAST_NAME]),
        "".join(said[Identity.BIRTH][:1]),
        tuple(said[Identity.ADDRESS]),
        tuple(said[Identity.NUMBER]),
    )


def _relative(said: Said, homes: tuple[str, ...]) -> Relative:
    return Relative(
        " ".join(said[Identity.OTHER_NAME]),
        "".join(said[Identity.DATE][:1]),
        tuple(said[Identity.ADDRESS]) or homes,
    )


def marks(child: Child) -> Iterator[Mark]:
    first, last = alike.first_names(child.first_names), alike.last_names(child.last_name)
    names, born = _both(first, last), {child.born} - {""}
    numbers = {alike.nhs_number(one) for one in child.numbers} - {""}
    yield from _made(Likeness.NUMBER, Likeness.NUMBER, numbers, {"-"})
    yield from _made(Likeness.NAME, Likeness.NAME, names, {"-"})
    yield from _made(Likeness.NAME_AND_BIRTH, Likeness.NAME_AND_BIRTH, names, born)
    yield from _made(Likeness.LAST_NAME_AND_BIRTH, Likeness.LAST_NAME_AND_BIRTH, last, born)
    yield from _made(Likeness.FIRST_NAME_AND_BIRTH, Likeness.FIRST_NAME_AND_BIRTH, first, born)
    yield from _made(Likeness.HOME, Likeness.HOME, last, _postcodes(child.addresses))


def marks_of_relative(relative: Relative) -> Iterator[Mark]:
    """Of the same texts as a child's name: so a child is found where it is named as family."""
    names = _both(*alike.parts_of(relative.name))
    at_home = Likeness.RELATIVE_AT_HOME
    yield from _made(Likeness.RELATIVE, Likeness.NAME, names, {"-"})
    yield from _made(at_home, at_home, names, _postcodes(relative.addresses))
    born = {relative.born} - {""}
    yield from _made(Likeness.RELATIVE_AND_BIRTH, Likeness.NAME_AND_BIRTH, names, born)


def marks_in(answers: Answers) -> dict[str, Likeness]:
    """By their texts. What is said of a child wins over the same said of somebody in its family."""
    of_family = (mark for one in relatives(answers) for mark in marks_of_relative(one))
    of_children = (mark for one in children(answers) for mark in marks(one))
    return {text: likeness for found in (of_family, of_children) for likeness, text in found}


def _made(
    likeness: Likeness, kind: Likeness, called: Iterable[str], beside: Iterable[str]
) -> Iterator[Mark]:
    yield from ((likeness, json.dumps([kind, *both])) for both in product(called, beside))


def _both(first: set[str], last: set[str]) -> set[str]:
    return {" ".join(both) for both in product(first, last)}


def _postcodes(addresses: Iterable[str]) -> set[str]:
    return {alike.postcode(one) for one in addresses} - {""}
