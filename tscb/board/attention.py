"""What waits for staff among the board's facts and pages: each room says it for itself."""

from collections.abc import Callable, Iterator

from tscb.board.frontage import attention as frontage
from tscb.board.models import User
from tscb.board.numbers import attention as numbers
from tscb.board.pages import attention as pages
from tscb.common.waiting import Row

# One function a room of the board.
ROOMS: tuple[Callable[[User], Iterator[Row]], ...] = (numbers.rows, frontage.rows, pages.rows)


def rows(person: User) -> Iterator[Row]:
    for room in ROOMS:
        yield from room(person)
