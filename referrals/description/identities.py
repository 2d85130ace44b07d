"""Whom and what the answers name: for keeping it out of what is published, and for knowing a child
again."""

from collections.abc import Iterator
from dataclasses import dataclass

from referrals.description.conditions import Answers
from referrals.description.elements import Identity, Question
from referrals.description.places import Place, applying, own, places, scope

# What people write where they know nothing: it names nobody.
SAYS_NOTHING = frozenset(
    {
        *("not known", "unknown", "not sure", "none", "no", "n/a", "na", "not applicable"),
        *("no name", "unborn", "unborn baby", "baby", "same", "as above", "see above"),
    }
)
Holder = tuple[str, str]  # the rows and the row that an answer stands in; empty for the referral


@dataclass(frozen=True)
class Naming:
    """One answer that names somebody or something."""

    holder: Holder
    identity: Identity
    value: str


def namings(answers: Answers) -> Iterator[Naming]:
    """Of the path taken, in the order of the form."""
    kept = applying(answers)
    for place in places(kept):
        for question in place.page.asked(scope(kept, place)):
            yield from naming(question, place, kept)


def naming(question: Question, place: Place, kept: Answers) -> Iterator[Naming]:
    value = str(own(kept, place).get(question.name) or "").strip()
    if question.identifies and names_something(value):
        holder = (place.rows.name, place.row_id) if place.rows else ("", "")
        yield Naming(holder, question.identifies, value)


def names_something(value: str) -> bool:
    plain = value.casefold().strip(" .,;:()[]?-–")
    return bool(plain) and plain not in SAYS_NOTHING
