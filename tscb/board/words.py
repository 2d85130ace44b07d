"""Words that hold names of the board, filled in at the moment they are read: a constant of a module
is older than any change of name."""

from django.utils.functional import lazy

from tscb.board.roles import Role
from tscb.board.site import current


def _filled(text: str) -> str:
    return current().fill(text)


def title_of(role: str) -> str:
    """What this board calls people of the role, in small letters as in a sentence."""
    return current().chair_title if role == Role.INDEPENDENT_CHAIR else role.lower()


worded = lazy(_filled, str)
titled = lazy(lambda role: title_of(role)[:1].upper() + title_of(role)[1:], str)
