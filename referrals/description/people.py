"""The people of a referral by what agencies find them by: name, date of birth, address. Nothing
else of what the referral says about them stands here."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from referrals.description import children, family
from referrals.description.conditions import Answers
from referrals.description.elements import Rows
from referrals.description.pages import questions
from referrals.description.places import ID, applying, called
from referrals.description.reading import shown

NAME, BORN, ADDRESS = "name", "born", "address"
LABELS = {NAME: "Name", BORN: "Date of birth", ADDRESS: "Address"}
ALSO = "child_other_names"
# Where each stands in a row; of several those that were answered, put together.
OF_A_CHILD = {
    NAME: ("child_first_names", "child_last_name", ALSO),
    BORN: ("child_date_of_birth", "child_age", "child_due_date"),
    ADDRESS: ("child_address",),
}
OF_THE_FAMILY = {
    NAME: ("person_name",),
    BORN: ("person_date_of_birth",),
    ADDRESS: ("person_address",),
}
Parts = Mapping[str, tuple[str, ...]]
KINDS: tuple[tuple[Rows, Parts], ...] = (
    (children.ROWS, OF_A_CHILD),
    (family.ROWS, OF_THE_FAMILY),
)


@dataclass(frozen=True)
class Person:
    """`called`: “Child 1”; `given`: what is known, by NAME, BORN, ADDRESS."""

    id: str
    called: str
    given: dict[str, str]

    @property
    def named(self) -> str:
        return self.given.get(NAME) or "no name known"

    def told(self, details: Collection[str]) -> list[tuple[str, str]]:
        """Label and value of each of these, as far as they are known."""
        return [
            (LABELS[one], self.given[one]) for one in LABELS if one in details and one in self.given
        ]


def people(answers: Answers) -> Iterator[Person]:
    kept = applying(answers)
    for rows, parts in KINDS:
        for row in kept.get(rows.name, ()):
            yield Person(row[ID], called(rows, row[ID], kept), dict(given(row, parts)))


def given(row: Answers, parts: Parts) -> Iterator[tuple[str, str]]:
    asked = {question.name: question for question in questions()}
    for part, names in parts.items():
        words = {name: shown(asked[name], row[name]) for name in names if row.get(name)}
        also = f", also {words.pop(ALSO)}" if ALSO in words else ""
        if words:
            yield part, " ".join(words.values()) + also
