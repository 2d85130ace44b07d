"""A complete fictional referral, made by walking the description: no second list of questions."""

from typing import Any

from referrals.description.elements import Page, Question
from referrals.description.pages import ALL_PAGES


def complete_answers(**chosen: Any) -> dict[str, Any]:
    """Answers to every question asked. `chosen` takes another path through the conditions."""
    answers: dict[str, Any] = {}
    for page in ALL_PAGES:
        answers |= page_answers(page, answers, **chosen)
    return answers


def page_answers(page: Page, before: dict[str, Any], **chosen: Any) -> dict[str, Any]:
    answers = dict(before)
    for question in page.questions:
        if question.applies(answers):
            answers[question.name] = chosen.get(question.name) or example(question)
    return {name: answers[name] for name in answers if name not in before}


def example(question: Question) -> str:
    return question.example or question.options()[0].value
