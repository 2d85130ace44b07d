"""A Django form for one page of the description, which keeps what was good and what was not."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from django.http import QueryDict

from referrals.description.completeness import unfinished_at
from referrals.description.conditions import Answers, Given
from referrals.description.elements import Kind, Page, Question, Requirement
from referrals.description.pages import ALL_SECTIONS, Section
from referrals.description.places import BY_STAFF, Place, applying, own, scope
from referrals.filling.fields import field_for
from referrals.filling.filled import Filled
from tscb.common.forms import GovukForm, when
from tscb.common.forms.conditions import Condition

TYPED = frozenset({Kind.TEXT, Kind.TEXTAREA, Kind.DATE, Kind.EMAIL, Kind.PHONE})


class PageForm(GovukForm):
    """Made anew for a page and for the answers given on earlier pages."""

    mark_optional = False  # what is left for later is not optional; `field_for` says what is
    questions: tuple[Question, ...] = ()

    @property
    def names(self) -> set[str]:
        return {question.name for question in self.questions}

    def answers(self) -> dict[str, Any]:
        """What was answered well, ready to be kept."""
        kinds = {question.name: question.kind for question in self.questions}
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return {name: as_kept(kinds[name], value) for name, value in given.items()}

    def typed(self) -> dict[str, Any]:
        """All that was sent, as it is kept: good answers, and the rest as it was typed."""
        return {**self.answers(), **self.unfinished()}

    def unfinished(self) -> dict[str, Any]:
        """What was typed and is no answer yet, as it was typed."""
        answered = self.answers()
        left = [q for q in self.questions if q.kind in TYPED and q.name not in answered]
        raw = {question.name: self[question.name].data for question in left}
        return {name: value for name, value in raw.items() if value and any(value)}


def as_kept(kind: Kind, value: Any) -> str | list[str]:
    if kind == Kind.CHECKBOXES:
        return [str(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value[0] if isinstance(value, list) else str(value)


def form_for(
    place: Place,
    filled: Filled,
    data: QueryDict | None = None,
    sections: Sequence[Section] = ALL_SECTIONS,
) -> PageForm:
    """The form of a page, filled with what is kept; with `data`, with what was just typed.

    `sections`: all of the description that the page belongs to.
    """
    seen = scope(applying(filled.answers, sections), place)
    asked = tuple(questions_of(place.page, seen, typed=data or {}))
    strict = not filled.answers.get(BY_STAFF)  # staff can ask nobody again
    members: dict[str, Any] = {question.name: field_for(question, strict) for question in asked}
    members |= {"questions": asked, "conditions": tuple(conditions_of(asked, strict))}
    typed = unfinished_at(place, filled.unfinished)
    kept = {**own(filled.answers, place), **typed}
    initial = {question.name: kept.get(question.name) for question in asked}
    return type("PageForm", (PageForm,), members)(data, initial=initial)


def questions_of(page: Page, answers: Answers, typed: Collection[str] = ()) -> Iterator[Question]:
    """Those that may come up: a condition within the page is settled while answering it, if
    what it looks at comes up. What was `typed` is kept even where another tab has since answered
    so that it is not asked any more.
    """
    there: set[str] = set()
    for question in page.questions:
        comes_up = is_settled_here(question, there) or applies_here(question, page, answers)
        if comes_up or is_typed(question, typed):
            there.add(question.name)
            yield question


def is_typed(question: Question, names: Collection[str]) -> bool:
    return question.name in names or f"{question.name}_year" in names


def is_settled_here(question: Question, there: Collection[str]) -> bool:
    return question.condition is not None and bool(question.condition.looks_at & set(there))


def applies_here(question: Question, page: Page, answers: Answers) -> bool:
    names = {other.name for other in page.questions}
    return not is_settled_here(question, names) and question.applies(answers)


def conditions_of(asked: tuple[Question, ...], strict: bool = True) -> Iterator[Condition]:
    there = {question.name for question in asked}
    for question in asked:
        given = question.condition
        if isinstance(given, Given) and is_settled_here(question, there):
            holds = when(given.question, *given.answers)
            demanded = strict and question.requirement == Requirement.ALWAYS
            yield holds.require(question.name) if demanded else holds.reveal(question.name)
