"""Answers as rows to read: on the check page, in the panel's view, in print.

A row has what components/summary_list.html asks for: key, value, href.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from django.utils.dateformat import format as format_date

from referrals.description.choices import OTHER
from referrals.description.conditions import Answers
from referrals.description.elements import Kind, Part, Question, Rows
from referrals.description.good_practice import QUESTION
from referrals.description.pages import ALL_SECTIONS, CHECK, PARTS, Section
from referrals.description.places import (
    Place,
    applying,
    called,
    own,
    places_in,
    row_in,
    scope,
)

WayToChange = Callable[[Place, Question], str]
LONGEST_NAME = 80
DECLARATION = Part("Declaration", (CHECK,))
ALL_PARTS = (*PARTS, DECLARATION)


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
class Passage:
    """What was asked and answered at one place. `section` is what the place belongs to."""

    part: Part
    section: Section
    title: str
    rows: tuple[Row, ...]


def to_nowhere(place: Place, question: Question) -> str:
    return ""


def passages(
    answers: Answers,
    parts: Iterable[Part] = ALL_PARTS,
    way: WayToChange = to_nowhere,
    sections: Sequence[Section] = ALL_SECTIONS,
) -> list[Passage]:
    """What was answered, to read in order; things of which none was given bring an empty passage.

    `sections`: all of the description that the parts belong to.
    """
    kept = applying(answers, sections)
    return [
        passage
        for part in parts
        for section in part.sections
        for passage in passages_of(part, section, kept, way)
    ]


def passages_of(part: Part, section: Section, kept: Answers, way: WayToChange) -> Iterator[Passage]:
    if isinstance(section, Rows) and not kept.get(section.name):
        yield Passage(part, section, section.title, ())
    for place in places_in(section, kept):
        yield Passage(part, section, title_of(place, kept), tuple(rows_at(place, kept, way)))


def title_of(place: Place, answers: Answers) -> str:
    """“Child 2: Health”; where a row has one page alone, just “Child 2”."""
    if place.page is CHECK:
        return DECLARATION.title
    if place.rows is None:
        return place.page.title
    name = called(place.rows, place.row_id, answers)
    return name if len(place.rows.pages) == 1 else f"{name}: {place.page.title}"


def rows_at(place: Place, kept: Answers, way: WayToChange) -> Iterator[Row]:
    given = own(kept, place)
    for question in place.page.asked(scope(kept, place)):
        yield Row(question, shown(question, given.get(question.name)), way(place, question))


def named(rows: Rows, row_id: str, answers: Answers) -> str:
    """“Robin Sample”, or “Child 2” while nothing tells more."""
    row = row_in(answers, rows, row_id)
    asked = {question.name: question for page in rows.pages for question in page.questions}
    words = [shown(asked[name], row[name]) for name in rows.named_by if says_more(row.get(name))]
    whole = rows.named_with.join(words) or called(rows, row_id, answers)
    return shorten(whole, LONGEST_NAME, placeholder=" …")


def says_more(value: object) -> bool:
    return value not in (None, "", OTHER)


def shown(question: Question, value: object) -> str:
    if not value:
        return ""
    if question.kind == Kind.DATE:
        return format_date(date.fromisoformat(str(value)), "j F Y")
    labels = {option.value: option.label for option in question.options()}
    several = value if isinstance(value, list) else [value]
    return "\n".join(labels.get(str(one), str(one)) for one in several)


def agency(answers: Answers) -> str:
    """The referrer's agency, for lists: operational, so it may stand beside the reference."""
    return str(answers.get("referrer_agency_other") or answers.get("referrer_agency", ""))


def learning_from(answers: Answers) -> list[str]:
    """Of a suggestion for learning, what others could learn from: operational as well."""
    return list(applying(answers).get(QUESTION, ()))
