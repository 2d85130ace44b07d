"""The types of case review that the panel can recommend, as the board's guidance has them."""

from reviews.following_guidance import add_types
from reviews.known_types import KNOWN
from reviews.models import ReviewType
from tscb.board.framework import Framework
from tscb.board.models import BoardSettings


def set_up() -> None:
    """Adds the types that are missing and changes nothing that is there. A board that has types of
    its own is not given more."""
    if not ReviewType.objects.exclude(slug__in=KNOWN).exists():
        add_types(Framework(BoardSettings.current().framework))
