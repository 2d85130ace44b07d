"""Ways through the form that come past a question, worked out from its condition."""

from functools import singledispatch
from typing import Any

from referrals.description.conditions import AllOf, AnyOf, ByMark, Condition, Given, Unless
from referrals.description.elements import Kind, Question
from referrals.description.pages import questions

Chosen = dict[str, Any]


def path_to(question: Question) -> Chosen:
    """Answers with which the question is asked, for `complete_answers`."""
    return so_that(question.condition, True) if question.condition else {}


@singledispatch
def so_that(condition: Condition, holds: bool) -> Chosen:
    raise TypeError(condition)


@so_that.register
def _(condition: Given, holds: bool) -> Chosen:
    question = {one.name: one for one in questions()}[condition.question]
    wanted = [
        option.value
        for option in question.options()
        if (option.value in condition.answers) == holds
    ]
    value = wanted[:1] if question.kind == Kind.CHECKBOXES else wanted[0]
    return {**(path_to(question) if holds else {}), question.name: value}


@so_that.register
def _(condition: AllOf, holds: bool) -> Chosen:
    return together(condition.conditions if holds else condition.conditions[:1], holds)


@so_that.register
def _(condition: AnyOf, holds: bool) -> Chosen:
    return together(condition.conditions[:1] if holds else condition.conditions, holds)


@so_that.register
def _(condition: Unless, holds: bool) -> Chosen:
    return so_that(condition.condition, not holds)


@so_that.register
def _(condition: ByMark, holds: bool) -> Chosen:
    return so_that(condition.condition, holds)


def together(conditions: tuple[Condition, ...], holds: bool) -> Chosen:
    found: Chosen = {}
    for condition in conditions:
        found |= so_that(condition, holds)
    return found
