"""Somebody who is known by a mailbox alone: the address is encrypted, and found again by a hash.

An app makes a table of it (`KnownByMailbox`) and a module `keyed_hashes`, by which
`manage.py rotate_keys` makes the hashes anew.
"""

from collections.abc import Iterator
from typing import Any, ClassVar, Self, TypeVar

from django.db import models, transaction

from tscb.common.encryption import EncryptedTextField, hash_key_mark, keyed_hash, keyed_hashes

Known = TypeVar("Known", bound="KnownByMailbox", covariant=True)


class MailboxQuerySet(models.QuerySet[Known]):
    def of(self, email: str) -> Self:
        """Whoever has this mailbox: at most one row."""
        return self.filter(mailbox__in=keyed_hashes(email.lower()))

    def of_older_keys(self) -> Self:
        return self.exclude(hash_mark=self.model.key_mark()).order_by("pk")


class KnownByMailbox(models.Model):
    """Abstract: the table of an app adds what else it keeps of somebody."""

    hash_rules: ClassVar[str]  # what the hash is of, and how it is made

    mailbox = models.CharField(max_length=64, unique=True, editable=False)
    hash_mark = models.CharField(max_length=16, editable=False)
    email = EncryptedTextField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        """Without a word about who it is: it stands in histories for good."""
        return f"{type(self).__name__} {self.pk}"

    @classmethod
    def key_mark(cls) -> str:
        return hash_key_mark(cls.hash_rules)

    @classmethod
    def kept_of(cls, email: str) -> dict[str, Any]:
        """The columns for this mailbox, in small letters."""
        small = email.lower()
        return {"mailbox": keyed_hash(small), "hash_mark": cls.key_mark(), "email": small}


def outdated(table: type[KnownByMailbox]) -> int:
    """How many rows were hashed with an older key."""
    return MailboxQuerySet(table).of_older_keys().count()


def renew(table: type[KnownByMailbox], size: int) -> Iterator[int]:
    """Hashes them anew, so many at a time; gives how many each time."""
    while done := _renew(table, size):
        yield done


@transaction.atomic
def _renew(table: type[KnownByMailbox], size: int) -> int:
    """Locked: whoever moves to another mailbox meanwhile waits, or has moved."""
    older: MailboxQuerySet[KnownByMailbox] = MailboxQuerySet(table).of_older_keys()
    rows = list(older.select_for_update(of=("self",))[:size])
    for row in rows:
        row.mailbox, row.hash_mark = keyed_hash(row.email), row.key_mark()
        row.save(update_fields=["mailbox", "hash_mark"])
    return len(rows)
