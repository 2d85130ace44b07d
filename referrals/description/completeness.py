"""What is still missing before a referral can be sent, place by place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices

from referrals.description.conditions import Answers
from referrals.description.elements import Page, Question, Requirement, Rows
from referrals.description.mailboxes import same_mailbox
from referrals.description.pages import SECTIONS, Section
from referrals.description.places import (
    BY_STAFF,
    Place,
    applying,
    called,
    own,
    places_in,
    places_of_row,
    rows_in,
    scope,
)


@dataclass(frozen=True)
class Gap:
    """`question` is None where rows are missing: then `place` is the list of them.

    `is_typed`: something is there, and it cannot be read yet.
    """

    sentence: str
    place: Place | Rows
    question: Question | None = None
    is_typed: bool = False

    @property
    def stops_staff(self) -> bool:
        """What nobody told them stays empty, but who refers, what happened, and what they typed."""
        return self.is_typed or bool(self.question and self.question.essential)


class Progress(TextChoices):
    NOT_STARTED = "not-started", "Not started"
    OPTIONAL = "optional", "Optional"
    STARTED = "started", "In progress"
    DONE = "done", "Completed"


def gaps(answers: Answers, unfinished: Answers) -> list[Gap]:
    """What has to be there before it can be sent."""
    found = all_gaps(answers, unfinished)
    return [gap for gap in found if gap.stops_staff] if answers.get(BY_STAFF) else found


def not_given(answers: Answers, unfinished: Answers) -> list[Gap]:
    """What staff may leave empty, because nobody told them."""
    found = all_gaps(answers, unfinished)
    return [gap for gap in found if not gap.stops_staff] if answers.get(BY_STAFF) else []


def all_gaps(
    answers: Answers, unfinished: Answers, sections: Sequence[Section] = SECTIONS
) -> list[Gap]:
    kept = applying(answers, sections)
    return [gap for section in sections for gap in gaps_of(section, kept, unfinished)]


def gaps_of(section: Section, kept: Answers, unfinished: Answers) -> Iterator[Gap]:
    """`kept`: the answers on the path taken."""
    if isinstance(section, Rows) and len(rows_in(kept, section)) < section.fewest:
        yield Gap(section.missing, section)
    for place in places_in(section, kept):
        yield from gaps_at(place, kept, unfinished)


def gaps_at(place: Place, kept: Answers, unfinished: Answers) -> Iterator[Gap]:
    given, typed = own(kept, place), unfinished_at(place, unfinished)
    for question in place.page.asked(scope(kept, place)):
        value = given.get(question.name)
        if question.name in typed:
            sentence = f"Look again at what you typed for “{question.label}”"
        elif not is_answered(question, value):
            sentence = question.missing
        elif same_mailbox(value, kept.get(question.another_than)):
            sentence = f"“{question.label}”: this is your own. Somebody else has to agree"
        else:
            continue
        is_typed = question.name in typed or bool(value)
        yield Gap(said_of(place, kept, sentence), place, question, is_typed)


def said_of(place: Place, answers: Answers, sentence: str) -> str:
    """With the row named, since the same is asked of each."""
    if place.rows is None:
        return sentence
    return f"{called(place.rows, place.row_id, answers)}: {sentence}"


def unfinished_at(place: Place, unfinished: Answers) -> Answers:
    """What was typed and could not be read yet; that of a row is kept under the row's id."""
    typed: Answers = unfinished.get(place.row_id, {}) if place.rows else unfinished
    return typed


def is_answered(question: Question, value: Any) -> bool:
    """An optional question may be empty. A choice counts only while the form still offers it."""
    if not value:
        return question.requirement == Requirement.OPTIONAL
    options = {option.value for option in question.options()}
    return not options or options.issuperset(value if isinstance(value, list) else [value])


def progress(section: Section, answers: Answers, unfinished: Answers) -> Progress:
    return progress_on_path(section, applying(answers), unfinished)


def progress_on_path(section: Section, kept: Answers, unfinished: Answers) -> Progress:
    if not is_touched(section, kept, unfinished):
        return Progress.NOT_STARTED if needed(section, kept) else Progress.OPTIONAL
    return Progress.STARTED if any(gaps_of(section, kept, unfinished)) else Progress.DONE


def needed(section: Section, kept: Answers) -> bool:
    return any(gaps_of(section, kept, {}))


def is_touched(section: Section, kept: Answers, unfinished: Answers) -> bool:
    if isinstance(section, Rows):
        return bool(rows_in(kept, section))
    return any(q.name in kept or q.name in unfinished for q in section.questions)


def progress_of_row(
    rows: Rows,
    row_id: str,
    answers: Answers,
    unfinished: Answers,
    sections: Sequence[Section] = SECTIONS,
) -> Progress:
    kept = applying(answers, sections)
    open_places = (
        place
        for place in places_of_row(rows, row_id, kept)
        if any(gaps_at(place, kept, unfinished))
    )
    return Progress.STARTED if any(True for _ in open_places) else Progress.DONE


def is_done(page: Page, answers: Answers) -> bool:
    """Of a page outside rows."""
    return progress(page, answers, {}) == Progress.DONE
