"""The board's facts and people, a file a subject."""

from tscb.board.models.people import User

__all__ = ["User"]
