"""What waits for editors about the e-bulletin: that letters do not go out."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from tscb.board.roles import Role, has_role
from tscb.bulletin.sending.progress import stands_still
from tscb.common.waiting import Row


def rows(person: Any) -> Iterator[Row]:
    if not (person.is_superuser or has_role(person, Role.EDITOR)):
        return
    if stands_still():
        yield Row(
            "Letters to subscribers do not go out", reverse("admin:bulletin_edition_changelist")
        )
