"""The pages of the form in order. Everything that lists pages or questions starts here."""

from collections.abc import Iterator
from typing import Any

from referrals.description import (
    before_you_start,
    the_child,
    what_happened,
    why_you_are_referring,
    you_and_your_manager,
)
from referrals.description.choices import YES
from referrals.description.elements import (
    Answers,
    Choice,
    Classification,
    Kind,
    Notice,
    Page,
    Question,
)

PAGES: tuple[Page, ...] = (
    before_you_start.PAGE,
    why_you_are_referring.PAGE,
    you_and_your_manager.PAGE,
    the_child.PAGE,
    what_happened.PAGE,
)

CHECK = Page(
    key="check",
    title="Check your answers",
    questions=(
        Question(
            name="declaration",
            label="Declaration",
            kind=Kind.DECLARATION,
            classification=Classification.OPERATIONAL,
            missing="Tick the box to confirm before you send",
            choices=(
                Choice(
                    YES,
                    "What I have written is true as far as I know, I share it for this purpose "
                    "alone, and my manager knows that I am sending it.",
                ),
            ),
        ),
    ),
)

ALL_PAGES = (*PAGES, CHECK)


def by_key(key: str) -> Page | None:
    return next((page for page in PAGES if page.key == key), None)


def questions() -> Iterator[Question]:
    for page in ALL_PAGES:
        yield from page.questions


def applying(answers: Answers) -> dict[str, Any]:
    """The answers on the path taken. What belongs to a path that was left is dropped."""
    kept: dict[str, Any] = {}
    for question in questions():
        if question.name in answers and question.applies(kept):
            kept[question.name] = answers[question.name]
    return kept


def notices(answers: Answers) -> list[Notice]:
    return [notice for page in PAGES for notice in page.notices if notice.condition.holds(answers)]


def stop(answers: Answers) -> Page | None:
    """The page that a stopping notice keeps the person on, if there is one."""
    for page in PAGES:
        if any(notice.stops and notice.condition.holds(answers) for notice in page.notices):
            return page
    return None
