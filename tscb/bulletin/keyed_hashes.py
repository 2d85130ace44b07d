"""The hashes of this app that stay in the database, for `manage.py rotate_keys`."""

from collections.abc import Iterator

from tscb.bulletin.models import Subscriber
from tscb.bulletin.models.subscriber import RULES, SubscriberQuerySet
from tscb.common.encryption import hash_key_mark, keyed_hash

NAME = "mailboxes of subscribers"


def old() -> SubscriberQuerySet:
    return Subscriber.objects.exclude(hash_mark=hash_key_mark(RULES)).order_by("pk")


def outdated() -> int:
    return old().count()


def renew(size: int) -> Iterator[int]:
    while rows := list(old()[:size]):
        for row in rows:
            row.mailbox, row.hash_mark = keyed_hash(row.email), hash_key_mark(RULES)
            row.save(update_fields=["mailbox", "hash_mark"])
        yield len(rows)
