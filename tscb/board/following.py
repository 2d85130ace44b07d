"""Coming to work under other guidance: every app follows in one transaction.

What an app does then stands in its own module `following_guidance`, with `follow(framework, by)`.
"""

from django.db import transaction

from tscb.board.framework import Framework
from tscb.board.models import User
from tscb.common.discovery import discover


@transaction.atomic
def follow(framework: Framework, by: User | None) -> None:
    """`by`: None for the command that sets a site up."""
    for room in discover("following_guidance"):
        room.follow(framework, by)
