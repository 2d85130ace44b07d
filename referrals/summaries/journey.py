"""The way through an agency's pages: the list of tasks, where each page leads, where answers are
changed. All addresses begin with the link's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from referrals.description.completeness import Gap, progress_of_row
from referrals.description.elements import Page, Question, Rows
from referrals.description.pages import Section
from referrals.description.places import ID, Place, called, rows_in
from referrals.description.summaries import progress_of
from referrals.description.summary_pages import PARTS, SECTIONS
from referrals.filling.lists import CHANGING, RowLine, Task, TaskGroup
from referrals.models import Summary


@dataclass(frozen=True)
class Way:
    """Through the pages of one link."""

    token: str

    def to(self, name: str, *args: str) -> str:
        return reverse(f"summary:{name}", args=[self.token, *args])

    def address(self, place: Place | Section) -> str:
        if isinstance(place, Place) and place.rows:
            return self.to("row", place.rows.key, place.row_id, place.page.key)
        section = place.page if isinstance(place, Place) else place
        return self.to("page", section.key)

    def to_change(self, place: Place | Rows, question: Question | None = None) -> str:
        """Saving leads back to the check."""
        return f"{self.address(place)}?{CHANGING}=yes"

    def to_gap(self, gap: Gap) -> str:
        return self.to_change(gap.place)

    def after(self, place: Place) -> str:
        """Where Save and continue leads: the list of a row, the next page, or the check."""
        return self.address(place.rows) if place.rows else self.following(place.page)

    def following(self, section: Page | Rows) -> str:
        rest = SECTIONS[SECTIONS.index(section) + 1 :]
        return self.address(rest[0]) if rest else self.to("check")

    def before(self, place: Place | Rows) -> str:
        if isinstance(place, Place) and place.rows:
            return self.address(place.rows)
        section = place.page if isinstance(place, Place) else place
        earlier = SECTIONS[: SECTIONS.index(section)]
        return self.address(earlier[-1]) if earlier else self.to("tasks")

    def tasks(self, summary: Summary) -> list[TaskGroup]:
        return [
            TaskGroup(part, tuple(self.task(section, summary) for section in part.sections))
            for part in PARTS
        ]

    def task(self, section: Section, summary: Summary) -> Task:
        return Task(section, progress_of(section, summary), self.address(section))

    def lines(self, rows: Rows, summary: Summary) -> Iterator[RowLine]:
        """“Key date 1” alone: titles and links say nothing of the case."""
        for row in rows_in(summary.answers, rows):
            yield RowLine(
                row[ID],
                called(rows, row[ID], summary.answers),
                progress_of_row(rows, row[ID], summary.answers, summary.unfinished, SECTIONS),
                self.address(Place(rows.pages[0], rows, row[ID])),
                self.to("remove_row", rows.key, row[ID]),
            )
