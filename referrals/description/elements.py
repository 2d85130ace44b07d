"""The words in which the form is described: pages, questions, choices, conditions, notices."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import TextChoices

Answers = Mapping[str, Any]


class Kind(TextChoices):
    RADIOS = "radios"
    SELECT = "select"
    TEXT = "text"
    TEXTAREA = "textarea"
    DATE = "date"
    EMAIL = "email"
    PHONE = "phone"
    DECLARATION = "declaration"


class Requirement(TextChoices):
    ALWAYS = "always"  # the page asks again when it is empty
    ON_SUBMIT = "on_submit"  # the page lets it pass, the check page does not
    OPTIONAL = "optional"


class Classification(TextChoices):
    OPERATIONAL = "operational"
    PERSONAL = "personal"
    SPECIAL_CATEGORY = "special_category"


class Identity(TextChoices):
    """What an answer names, so that nothing public repeats it; the words are for staff."""

    FIRST_NAME = "a first name"
    LAST_NAME = "a last name"
    OTHER_NAME = "another name"
    PROFESSIONAL = "a professional’s name"
    ADDRESS = "an address"
    SCHOOL = "a school or setting"
    DATE = "a date"


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    help: str = ""


@dataclass(frozen=True)
class Condition:
    """Holds when the question named was given one of these answers."""

    question: str
    answers: tuple[str, ...]

    def holds(self, answers: Answers) -> bool:
        return answers.get(self.question) in self.answers


def when(question: str, *answers: str) -> Condition:
    return Condition(question, answers)


ChoiceSource = tuple[Choice, ...] | Callable[[], tuple[Choice, ...]]


@dataclass(frozen=True)
class Question:
    """One question, described once. `missing` is what the person reads when it is left empty."""

    name: str
    label: str
    kind: Kind
    classification: Classification
    missing: str = ""
    help: str = ""
    choices: ChoiceSource = ()
    requirement: Requirement = Requirement.ALWAYS
    condition: Condition | None = None
    autocomplete: str = ""
    example: str = ""
    identifies: Identity | None = None

    def applies(self, answers: Answers) -> bool:
        return self.condition is None or self.condition.holds(answers)

    def options(self) -> tuple[Choice, ...]:
        return self.choices() if callable(self.choices) else self.choices


@dataclass(frozen=True)
class Notice:
    """Something to say when an answer calls for it. One that `stops` keeps the later pages shut."""

    key: str
    condition: Condition
    stops: bool = False


@dataclass(frozen=True)
class Page:
    key: str
    title: str
    questions: tuple[Question, ...]
    introduction: str = ""
    notices: tuple[Notice, ...] = field(default=())

    def asked(self, answers: Answers) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.applies(answers))
