"""The words in which the form is described: parts, pages, rows, questions, choices, notices.

Each page, each question and the like exists once, so two are the same only when they are one
(`eq=False`): to compare all that they hold would be slow and would mean nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import TextChoices

from referrals.description.conditions import Answers, Condition


class Kind(TextChoices):
    RADIOS = "radios"
    CHECKBOXES = "checkboxes"
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
    BIRTH = "a date of birth"
    NUMBER = "a number that is one person’s"


@dataclass(frozen=True)
class Choice:
    """`alone`: a box that rules out all others, such as “None of these”."""

    value: str
    label: str
    help: str = ""
    alone: bool = False


ChoiceSource = tuple[Choice, ...] | Callable[[], tuple[Choice, ...]]


@dataclass(frozen=True, eq=False)
class Question:
    """One question, described once. `missing` is what the person reads when it is left empty.

    `another_than` names the question whose mailbox this answer may not be, too; `may_be_future` is
    for dates: any other must be past.
    """

    name: str
    label: str
    kind: Kind
    classification: Classification
    missing: str = ""
    help: str = ""
    choices: ChoiceSource = ()
    requirement: Requirement = Requirement.ALWAYS
    condition: Condition | None = None
    on_paper: str = ""  # when it is asked, said in one sentence: for a condition of many parts
    another_than: str = ""
    autocomplete: str = ""
    example: str = ""
    identifies: Identity | None = None
    # Without this nothing can be sent, not even what staff were told on the phone.
    essential: bool = False
    may_be_future: bool = False

    def applies(self, answers: Answers) -> bool:
        return self.condition is None or self.condition.holds(answers)

    def options(self) -> tuple[Choice, ...]:
        return self.choices() if callable(self.choices) else self.choices


@dataclass(frozen=True, eq=False)
class Notice:
    """Something to say when an answer calls for it. One that `stops` keeps the later pages shut.

    `urgent`: about a child's safety, so it stands on the task list too. `unless_said`: the key of a
    stronger one that makes it needless. `for_staff`: whether it is said, too, to staff who write
    down what somebody else told them.
    """

    key: str
    condition: Condition
    stops: bool = False
    urgent: bool = False
    unless_said: str = ""
    for_staff: bool = True


@dataclass(frozen=True, eq=False)
class Page:
    """Questions answered together. Where none of them applies, the page is passed over.

    `explains`: whether it begins with what the answers so far mean.
    """

    key: str
    title: str
    questions: tuple[Question, ...]
    introduction: str = ""
    notices: tuple[Notice, ...] = field(default=())
    explains: bool = False

    def asked(self, answers: Answers) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.applies(answers))


@dataclass(frozen=True, eq=False)
class Rows:
    """Things of one kind, however many: each is answered on pages of its own.

    `name`: where the answers keep them, a list of dictionaries that each have an `id`. Conditions
    of a row's questions may look at the row and at the rest of the referral.
    `one`: what one of them is called; `article`: the word before it; `named_by`: the questions
    that tell one from another, put together by `named_with`. `dated_by`: the question by whose
    date they are put in order.
    `missing`: what the person reads while there are fewer than `fewest`.
    """

    name: str
    key: str
    title: str
    one: str
    pages: tuple[Page, ...]
    named_by: tuple[str, ...]
    named_with: str = " "
    article: str = "a"
    dated_by: str = ""
    introduction: str = ""
    fewest: int = 0
    most: int = 20
    missing: str = ""

    def page(self, key: str) -> Page | None:
        return next((page for page in self.pages if page.key == key), None)


@dataclass(frozen=True, eq=False)
class Part:
    """A stretch of the form with a heading of its own in the task list."""

    title: str
    sections: tuple[Page | Rows, ...]
