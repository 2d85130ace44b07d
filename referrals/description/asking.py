"""Short ways to write a question down: one function a kind.

A question with a `missing` sentence is needed before sending, but may be left for later; one
without may stay empty. The few that a page asks for at once say `requirement=ALWAYS`.
"""

from typing import Any

from referrals.description.elements import (
    ChoiceSource,
    Classification,
    Kind,
    Question,
    Requirement,
)

ALWAYS = Requirement.ALWAYS
OPERATIONAL = Classification.OPERATIONAL
PERSONAL = Classification.PERSONAL
SPECIAL_CATEGORY = Classification.SPECIAL_CATEGORY


def asked(
    kind: Kind, name: str, label: str, classification: Classification, **more: Any
) -> Question:
    needed = Requirement.ON_SUBMIT if "missing" in more else Requirement.OPTIONAL
    more.setdefault("requirement", needed)
    return Question(name=name, label=label, kind=kind, classification=classification, **more)


def line(name: str, label: str, classification: Classification, **more: Any) -> Question:
    return asked(Kind.TEXT, name, label, classification, **more)


def text(name: str, label: str, classification: Classification, **more: Any) -> Question:
    return asked(Kind.TEXTAREA, name, label, classification, **more)


def email(name: str, label: str, classification: Classification, **more: Any) -> Question:
    return asked(Kind.EMAIL, name, label, classification, **more)


def phone(name: str, label: str, classification: Classification, **more: Any) -> Question:
    return asked(Kind.PHONE, name, label, classification, **more)


def day(name: str, label: str, classification: Classification, **more: Any) -> Question:
    return asked(Kind.DATE, name, label, classification, **more)


def one_of(
    choices: ChoiceSource, name: str, label: str, classification: Classification, **more: Any
) -> Question:
    return asked(Kind.RADIOS, name, label, classification, choices=choices, **more)


def some_of(
    choices: ChoiceSource, name: str, label: str, classification: Classification, **more: Any
) -> Question:
    return asked(Kind.CHECKBOXES, name, label, classification, choices=choices, **more)


def from_list(
    choices: ChoiceSource, name: str, label: str, classification: Classification, **more: Any
) -> Question:
    return asked(Kind.SELECT, name, label, classification, choices=choices, **more)
