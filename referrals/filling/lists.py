"""What the lists of a form that is being filled in are made of: its tasks, and rows of one kind."""

from dataclasses import dataclass

from referrals.description.completeness import Progress
from referrals.description.elements import Part
from referrals.description.pages import Section

CHANGING = "change"  # in the address of a page that was opened to change one answer


@dataclass(frozen=True)
class Task:
    """One line of the task list. `address` is empty while the page cannot be opened yet."""

    section: Section
    progress: Progress
    address: str

    @property
    def colour(self) -> str:
        return "teal" if self.progress == Progress.STARTED else "blue"


@dataclass(frozen=True)
class TaskGroup:
    part: Part
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class RowLine:
    """One row in the list of its kind."""

    id: str
    name: str
    progress: Progress
    address: str
    remove: str
