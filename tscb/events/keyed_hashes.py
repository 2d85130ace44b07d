"""The hashes of this app that stay in the database, for `manage.py rotate_keys`."""

from collections.abc import Iterator

from tscb.common.encryption import hash_key_mark, keyed_hash
from tscb.events.models import Participant
from tscb.events.models.booking import RULES, ParticipantQuerySet

NAME = "mailboxes of participants"


def old() -> ParticipantQuerySet:
    return Participant.objects.exclude(hash_mark=hash_key_mark(RULES)).order_by("pk")


def outdated() -> int:
    return old().count()


def renew(size: int) -> Iterator[int]:
    while rows := list(old()[:size]):
        for row in rows:
            row.mailbox, row.hash_mark = keyed_hash(row.email), hash_key_mark(RULES)
            row.save(update_fields=["mailbox", "hash_mark"])
        yield len(rows)
