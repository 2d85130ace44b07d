"""An agency's summary through its description: sections, what is missing, passages to read."""

from collections.abc import Iterator
from typing import Any

from referrals.description.completeness import Gap, Progress, all_gaps, progress_on_path
from referrals.description.elements import Question, Rows
from referrals.description.pages import Section
from referrals.description.places import applying
from referrals.description.reading import Passage, WayToChange, passages, to_nowhere
from referrals.description.summary_pages import PARTS, SECTIONS
from referrals.models import Summary, SummaryState


def section_of(key: str) -> Section | None:
    return next((section for section in SECTIONS if section.key == key), None)


def questions() -> Iterator[Question]:
    for section in SECTIONS:
        for page in section.pages if isinstance(section, Rows) else (section,):
            yield from page.questions


def kept(summary: Summary) -> dict[str, Any]:
    """The answers on the path taken."""
    return applying(summary.answers, SECTIONS)


def gaps_of(summary: Summary) -> list[Gap]:
    return all_gaps(summary.answers, summary.unfinished, SECTIONS)


def progress_of(section: Section, summary: Summary) -> Progress:
    return progress_on_path(section, kept(summary), summary.unfinished)


def summary_passages(summary: Summary, way: WayToChange = to_nowhere) -> list[Passage]:
    """To read: what was sent, nothing of one that was not. `way`: for its author, who changes it
    before that."""
    if way is to_nowhere and summary.state != SummaryState.SENT:
        return []
    return passages(summary.answers, PARTS, way, SECTIONS)
