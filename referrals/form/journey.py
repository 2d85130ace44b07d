"""The way through the form for the answers given so far: which page is next, what is done."""

from dataclasses import dataclass

from django.urls import reverse

from referrals.description.completeness import Progress, gaps, progress
from referrals.description.elements import Answers, Kind, Page, Question
from referrals.description.pages import PAGES, stop


@dataclass(frozen=True)
class Task:
    """One line of the task list. `address` is empty while the page cannot be opened yet."""

    page: Page
    progress: Progress
    address: str

    @property
    def colour(self) -> str:
        return "teal" if self.progress == Progress.STARTED else "blue"


def address(page: Page) -> str:
    return reverse("refer:page", args=[page.key])


FIRST_INPUT = {Kind.RADIOS: "_0", Kind.DATE: "_day"}


def way_to(page: Page, question: Question) -> str:
    """The address of one question, whose first input takes the focus."""
    return f"{address(page)}#id_{question.name}{FIRST_INPUT.get(question.kind, '')}"


def is_open(page: Page, answers: Answers) -> bool:
    """Nothing personal is asked while a stopping notice holds, or before the first page is done."""
    first = PAGES[0]
    if page == first:
        return True
    return stop(answers) is None and progress(first, answers, {}) == Progress.DONE


def after(page: Page, answers: Answers, unfinished: Answers) -> str:
    """Where Save and continue leads: on, or back to the check once nothing is missing."""
    stopped_on = stop(answers)
    if stopped_on is not None:
        return address(stopped_on)
    following = PAGES.index(page) + 1
    if following == len(PAGES) or not gaps(answers, unfinished):
        return reverse("refer:check")
    return address(PAGES[following])


def before(page: Page) -> str:
    """Where Back leads."""
    index = PAGES.index(page)
    return address(PAGES[index - 1]) if index else reverse("refer:start")


def next_address(answers: Answers, unfinished: Answers) -> str:
    """The first page with something missing, or the check page."""
    first_gap = next(iter(gaps(answers, unfinished)), None)
    return address(first_gap.page) if first_gap else reverse("refer:check")


def tasks(answers: Answers, unfinished: Answers) -> list[Task]:
    return [
        Task(page, progress(page, answers, unfinished), open_address(page, answers))
        for page in PAGES
    ]


def open_address(page: Page, answers: Answers) -> str:
    return address(page) if is_open(page, answers) else ""
