"""A complete fictional referral, made by walking the description: no second list of questions."""

from collections import ChainMap
from typing import Any

from referrals.description.conditions import Answers
from referrals.description.elements import Kind, Page, Question, Rows
from referrals.description.pages import ALL_SECTIONS
from referrals.description.places import ID


def complete_answers(*, each: int = 1, **chosen: Any) -> dict[str, Any]:
    """Answers to every question asked, with `each` rows of everything that may be added.

    `chosen` takes another path through the conditions: a name and its answer, or None to leave it
    out. For something that may be added, a list has what was chosen for each.
    """
    answers: dict[str, Any] = {}
    for section in ALL_SECTIONS:
        if isinstance(section, Rows):
            given = chosen.get(section.name, [{}] * each)
            answers[section.name] = [
                complete_row(section, number, answers, chosen | one)
                for number, one in enumerate(given, start=1)
            ]
        else:
            answers |= page_answers(section, answers, **chosen)
    return answers


def complete_row(
    rows: Rows, number: int, answers: Answers, chosen: dict[str, Any]
) -> dict[str, Any]:
    row: dict[str, Any] = {ID: f"{rows.name}-{number}"}
    for page in rows.pages:
        row |= page_answers(page, ChainMap(row, dict(answers)), **chosen)
    return row


def page_answers(page: Page, before: Answers, **chosen: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    seen = ChainMap(found, dict(before))
    for question in page.questions:
        if question.applies(seen) and chosen.get(question.name, "") is not None:
            found[question.name] = chosen.get(question.name) or example(question)
    return found


def example(question: Question) -> Any:
    if question.kind == Kind.CHECKBOXES:
        return [question.options()[0].value]
    return question.example or question.options()[0].value
