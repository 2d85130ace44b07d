"""What is still missing before a referral can be sent, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import TextChoices

from referrals.description.elements import Answers, Page, Question, Requirement
from referrals.description.pages import PAGES, applying


@dataclass(frozen=True)
class Gap:
    page: Page
    question: Question
    sentence: str


class Progress(TextChoices):
    NOT_STARTED = "not-started", "Not started"
    STARTED = "started", "In progress"
    DONE = "done", "Completed"


def gaps(answers: Answers, unfinished: Answers) -> list[Gap]:
    kept = applying(answers)
    return [gap for page in PAGES for gap in gaps_of(page, kept, unfinished)]


def gaps_of(page: Page, answers: Answers, unfinished: Answers) -> Iterator[Gap]:
    for question in page.asked(answers):
        if question.name in unfinished:
            yield Gap(page, question, f"Look again at what you typed for “{question.label}”")
        elif not is_answered(question, answers):
            yield Gap(page, question, question.missing)


def is_answered(question: Question, answers: Answers) -> bool:
    """An optional question may be empty. A choice counts only while the form still offers it."""
    value = answers.get(question.name)
    if value in (None, ""):
        return question.requirement == Requirement.OPTIONAL
    options = question.options()
    return not options or value in {option.value for option in options}


def progress(page: Page, answers: Answers, unfinished: Answers) -> Progress:
    kept = applying(answers)
    touched = any(q.name in kept or q.name in unfinished for q in page.questions)
    if not touched:
        return Progress.NOT_STARTED
    return Progress.STARTED if any(gaps_of(page, kept, unfinished)) else Progress.DONE
