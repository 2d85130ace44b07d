"""Answers as rows to read: on the check page, in the panel's view, in print.

A row has what components/summary_list.html asks for: key, value, href.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.dateformat import format as format_date

from referrals.description.elements import Answers, Kind, Page, Question
from referrals.description.pages import ALL_PAGES, applying

WayToChange = Callable[[Page, Question], str]


@dataclass(frozen=True)
class Row:
    """`value` is empty for what was not answered; `href` leads to where it can be changed."""

    question: Question
    value: str
    href: str = ""

    @property
    def key(self) -> str:
        return self.question.label


@dataclass(frozen=True)
class Section:
    page: Page
    rows: tuple[Row, ...]


def to_nowhere(page: Page, question: Question) -> str:
    return ""


def sections(
    answers: Answers, pages: Iterable[Page] = ALL_PAGES, way: WayToChange = to_nowhere
) -> list[Section]:
    kept = applying(answers)
    return [Section(page, tuple(rows(page, kept, way))) for page in pages]


def rows(page: Page, answers: Answers, way: WayToChange) -> list[Row]:
    return [
        Row(question, shown(question, answers.get(question.name)), way(page, question))
        for question in page.asked(answers)
    ]


def shown(question: Question, value: object) -> str:
    if value in (None, ""):
        return ""
    if question.kind == Kind.DATE:
        return format_date(date.fromisoformat(str(value)), "j F Y")
    labels = {option.value: option.label for option in question.options()}
    return labels.get(str(value), str(value))


def agency(answers: Answers) -> str:
    """The referrer's agency, for lists: operational, so it may stand beside the reference."""
    return str(answers.get("referrer_agency_other") or answers.get("referrer_agency", ""))
