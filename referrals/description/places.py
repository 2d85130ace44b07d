"""Where in a referral a page is answered: in the referral itself, or in one of its rows.

Here stands the walk over all such places, and what the answers of each may look at.
"""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from referrals.description.conditions import Answers
from referrals.description.elements import Notice, Page, Rows
from referrals.description.guidance import FRAMEWORK
from referrals.description.pages import ALL_SECTIONS, SECTIONS, Section

ID = "id"
BY_STAFF = "entered_by_staff"  # a mark in the answers, set where staff begin; no page can set it
MARKS = (BY_STAFF, FRAMEWORK)
UNDATED = "9999"  # what has no date comes after what has one


@dataclass(frozen=True)
class Place:
    page: Page
    rows: Rows | None = None
    row_id: str = ""


def rows_in(answers: Answers, rows: Rows) -> list[dict[str, Any]]:
    """The rows in order of time if they are dated, or else in the order they were added."""
    given = list(answers.get(rows.name, ()))
    if rows.dated_by:
        given.sort(key=lambda row: row.get(rows.dated_by) or UNDATED)
    return given


def row_in(answers: Answers, rows: Rows, row_id: str) -> dict[str, Any]:
    """The row, empty where there is none yet."""
    return next((row for row in rows_in(answers, rows) if row[ID] == row_id), {})


def own(answers: Answers, place: Place) -> Answers:
    """The answers that are given at this place and its neighbours."""
    return row_in(answers, place.rows, place.row_id) if place.rows else answers


def scope(answers: Answers, place: Place) -> Answers:
    """What conditions may look at: the row first, then the rest of the referral."""
    return ChainMap(dict(own(answers, place)), dict(answers)) if place.rows else answers


def places(answers: Answers) -> Iterator[Place]:
    """Every place where something is asked, in order. `answers`: those of the path taken."""
    for section in SECTIONS:
        yield from places_in(section, answers)


def places_in(section: Section, answers: Answers) -> Iterator[Place]:
    if isinstance(section, Rows):
        for row in rows_in(answers, section):
            yield from places_of_row(section, row[ID], answers)
    elif section.asked(answers):
        yield Place(section)


def places_of_row(rows: Rows, row_id: str, answers: Answers) -> Iterator[Place]:
    for page in rows.pages:
        place = Place(page, rows, row_id)
        if page.asked(scope(answers, place)):
            yield place


def applying(answers: Answers, sections: Sequence[Section] = ALL_SECTIONS) -> dict[str, Any]:
    """The answers on the path taken. What belongs to a path that was left is dropped."""
    kept: dict[str, Any] = {mark: answers[mark] for mark in MARKS if answers.get(mark)}
    for section in sections:
        if not isinstance(section, Rows):
            kept |= _of_page(section, answers, kept)
        elif section.name in answers:
            kept[section.name] = [_of_row(section, row, kept) for row in rows_in(answers, section)]
    return kept


def _of_page(page: Page, given: Answers, before: Answers) -> dict[str, Any]:
    found: dict[str, Any] = {}
    seen = ChainMap(found, dict(before))
    for question in page.questions:
        if question.name in given and question.applies(seen):
            found[question.name] = given[question.name]
    return found


def _of_row(rows: Rows, row: Mapping[str, Any], before: Answers) -> dict[str, Any]:
    found: dict[str, Any] = {ID: row[ID]}
    for page in rows.pages:
        found |= _of_page(page, row, ChainMap(found, dict(before)))
    return found


def number_of(rows: Rows, row_id: str, answers: Answers) -> int:
    """1 for the first; for a row that is not kept yet, the number it will have."""
    ids = [row[ID] for row in rows_in(answers, rows)]
    return ids.index(row_id) + 1 if row_id in ids else len(ids) + 1


def called(rows: Rows, row_id: str, answers: Answers) -> str:
    """“Child 2”: a name that is safe in a title."""
    one = rows.one[:1].upper() + rows.one[1:]
    return f"{one} {number_of(rows, row_id, answers)}"


def notices(answers: Answers) -> list[Notice]:
    """Each once, however many rows bring it."""
    return notices_in_all(SECTIONS, answers)


def notices_in(section: Section, answers: Answers) -> list[Notice]:
    return notices_in_all((section,), answers)


def notices_on_page(place: Place, kept: Answers) -> list[Notice]:
    """Those of the page, and urgent ones of the other pages about the same child or person."""
    near = places_of_row(place.rows, place.row_id, kept) if place.rows else (place,)
    found = {notice.key: notice for one in near for notice in notices_at(one, kept)}
    own_keys = {notice.key for notice in notices_at(place, kept)}
    return [notice for key, notice in found.items() if notice.urgent or key in own_keys]


def notices_in_all(sections: Iterable[Section], answers: Answers) -> list[Notice]:
    kept = applying(answers)
    found: dict[str, Notice] = {}
    for section in sections:
        for place in places_in(section, kept):
            found |= {notice.key: notice for notice in notices_at(place, kept)}
    needed = [notice for notice in found.values() if notice.unless_said not in found]
    return sorted(needed, key=lambda notice: not notice.urgent)


def notices_at(place: Place, answers: Answers) -> list[Notice]:
    seen = scope(answers, place)
    needed = [notice for notice in place.page.notices if notice.condition.holds(seen)]
    return [notice for notice in needed if notice.for_staff or not seen.get(BY_STAFF)]


def stop(answers: Answers) -> Page | None:
    """The page that a stopping notice keeps the person on, if there is one.

    Staff are stopped by none: what they write down has come already.
    """
    if answers.get(BY_STAFF):
        return None
    for place in places(answers):
        if any(notice.stops for notice in notices_at(place, answers)):
            return place.page
    return None
