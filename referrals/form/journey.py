"""The way through the form for the answers given so far: which page is next, what is done.

A page that was opened from the check page to change one answer leads back there.
"""

from collections.abc import Iterator

from django.urls import reverse

from referrals.description.completeness import (
    Gap,
    gaps,
    is_done,
    progress_of_row,
    progress_on_path,
)
from referrals.description.conditions import Answers
from referrals.description.elements import Kind, Page, Part, Question, Rows
from referrals.description.pages import FIRST, PARTS, SECTIONS, Section
from referrals.description.places import (
    BY_STAFF,
    ID,
    Place,
    applying,
    places_in,
    places_of_row,
    rows_in,
    stop,
)
from referrals.description.reading import named
from referrals.filling.lists import CHANGING, RowLine, Task, TaskGroup

FIRST_INPUT = {Kind.RADIOS: "_0", Kind.CHECKBOXES: "_0", Kind.DATE: "_day"}


def address(place: Place | Section) -> str:
    """Of a page, of a row's page, or of the list of rows."""
    if isinstance(place, Place) and place.rows:
        return reverse("refer:row", args=[place.rows.key, place.row_id, place.page.key])
    section = place.page if isinstance(place, Place) else place
    return reverse("refer:page", args=[section.key])


def way_to(place: Place | Rows, question: Question | None = None) -> str:
    """Where one answer is changed: its first input takes the focus, and saving leads back."""
    there = f"{address(place)}?{CHANGING}=yes"
    if question is None:
        return there
    return f"{there}#id_{question.name}{FIRST_INPUT.get(question.kind, '')}"


def way_to_gap(gap: Gap) -> str:
    return way_to(gap.place, gap.question)


def is_open(page: Section, answers: Answers) -> bool:
    """Nothing personal is asked while a stopping notice holds, or before the first page is done."""
    if page == FIRST or answers.get(BY_STAFF):
        return True
    return stop(answers) is None and is_done(FIRST, answers)


def after(place: Place, answers: Answers, *, changing: bool = False) -> str:
    """Where Save and continue leads."""
    stopped_on = stop(answers)
    if stopped_on is not None:
        return address(stopped_on)
    if changing:
        return reverse("refer:check")
    if place.rows:
        return after_row_page(place, place.rows, answers)
    return following(place.page, answers)


def after_row_page(place: Place, rows: Rows, answers: Answers) -> str:
    """The row's next page, or the list in which one more can be added."""
    there = places_of_row(rows, place.row_id, applying(answers))
    order = rows.pages.index
    later = (one for one in there if order(one.page) > order(place.page))
    return address(next(later, rows))


def following(section: Section, answers: Answers) -> str:
    """The next page where something is asked, or the check."""
    kept = applying(answers)
    rest = SECTIONS[SECTIONS.index(section) + 1 :]
    return next((address(one) for one in rest if is_asked(one, kept)), reverse("refer:check"))


def is_asked(section: Section, kept: Answers) -> bool:
    """`kept`: the answers on the path taken."""
    return isinstance(section, Rows) or any(places_in(section, kept))


def before(place: Place | Rows, answers: Answers, *, changing: bool = False) -> str:
    """Where Back leads."""
    if changing:
        return reverse("refer:check")
    if isinstance(place, Place) and place.rows:
        return before_row_page(place, place.rows, answers)
    kept = applying(answers)
    section = place.page if isinstance(place, Place) else place
    earlier = reversed(SECTIONS[: SECTIONS.index(section)])
    return next((address(one) for one in earlier if is_asked(one, kept)), reverse("refer:start"))


def before_row_page(place: Place, rows: Rows, answers: Answers) -> str:
    there = places_of_row(rows, place.row_id, applying(answers))
    order = rows.pages.index
    earlier = [one for one in there if order(one.page) < order(place.page)]
    return address(earlier[-1] if earlier else rows)


def next_address(answers: Answers, unfinished: Answers) -> str:
    """The first place with something missing, or the check page."""
    first_gap = next(iter(gaps(answers, unfinished)), None)
    return address(first_gap.place) if first_gap else reverse("refer:check")


def task_groups(answers: Answers, unfinished: Answers) -> list[TaskGroup]:
    kept = applying(answers)
    later_open = is_open(SECTIONS[-1], kept)
    groups = [TaskGroup(part, tuple(tasks(part, kept, unfinished, later_open))) for part in PARTS]
    return [group for group in groups if group.tasks]


def tasks(part: Part, kept: Answers, unfinished: Answers, later_open: bool) -> Iterator[Task]:
    """`later_open`: whether the pages after the first can be opened."""
    for section in part.sections:
        if is_asked(section, kept):
            there = address(section) if later_open or section == FIRST else ""
            yield Task(section, progress_on_path(section, kept, unfinished), there)


def row_lines(rows: Rows, answers: Answers, unfinished: Answers) -> list[RowLine]:
    return [line(rows, row[ID], answers, unfinished) for row in rows_in(answers, rows)]


def line(rows: Rows, row_id: str, answers: Answers, unfinished: Answers) -> RowLine:
    return RowLine(
        id=row_id,
        name=named(rows, row_id, answers),
        progress=progress_of_row(rows, row_id, answers, unfinished),
        address=address(Place(first_page(rows), rows, row_id)),
        remove=reverse("refer:remove_row", args=[rows.key, row_id]),
    )


def first_page(rows: Rows) -> Page:
    return rows.pages[0]
