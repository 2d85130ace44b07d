"""The types of case review that the panel can recommend, as the board's guidance has them."""

from reviews.following_guidance import add_types
from tscb.board.framework import Framework
from tscb.board.models import BoardSettings


def set_up() -> None:
    """Adds the types that are missing and changes nothing that is there."""
    add_types(Framework(BoardSettings.current().framework))
