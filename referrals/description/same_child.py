"""Finding the same child in two referrals: writing marks of children down, and looking for them.

Nothing is decrypted to look: the marks of the referral that is open are computed, under every key
while keys are being rotated, and looked for among those that were written down.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import QuerySet

from referrals.description.child_marks import marks_in
from referrals.models import ChildMark, Likeness, Referral
from referrals.models.status import SEEN_BY_THE_PANEL
from tscb.board.models import User
from tscb.common.encryption import hash_key_mark, keyed_hash, keyed_hashes

RULES = "marks of children 1"  # another number has the marks of every referral made anew
STRENGTH = {likeness.value: place for place, likeness in enumerate(Likeness)}


@dataclass(frozen=True)
class Elsewhere:
    """Another referral in which the same child may be. `words`: what they have in common."""

    referral_id: UUID
    reference: str
    received_at: datetime | None
    words: str


@transaction.atomic
def write_marks(*, referral_id: UUID) -> None:
    """Put the marks of today's answers, under the newest key, in place of the earlier ones."""
    referral = Referral.objects.select_for_update(no_key=True).get(pk=referral_id)
    found = {keyed_hash(text): likeness for likeness, text in marks_in(referral.answers)}
    referral.child_marks.all().delete()
    ChildMark.objects.bulk_create(
        ChildMark(referral=referral, likeness=likeness, digest=digest)
        for digest, likeness in found.items()
    )
    # Not `save`: marks are no change of what the referral says.
    Referral.objects.filter(pk=referral.pk).update(children_marked_with=hash_key_mark(RULES))


def without_marks() -> "QuerySet[Referral]":
    """Received before there were marks, or marked with a key that is no longer the newest."""
    received = Referral.objects.filter(status__in=SEEN_BY_THE_PANEL)
    return received.exclude(children_marked_with=hash_key_mark(RULES))


def mark_the_rest(size: int) -> Iterator[int]:
    """Gives how many were done after each batch. What no key opens is left as it is."""
    left = without_marks().order_by("pk").values_list("pk", flat=True)
    batch = list(left[:size])
    while batch:
        for referral_id in batch:
            _write_if_readable(referral_id)
        yield len(batch)
        batch = list(left.filter(pk__gt=batch[-1])[:size])


def _write_if_readable(referral_id: UUID) -> None:
    try:
        write_marks(referral_id=referral_id)
    except (InvalidToken, Referral.DoesNotExist):
        return


def elsewhere(referral: Referral, user: User | AnonymousUser) -> list[Elsewhere]:
    """Other referrals that this person may see, the likeliest first. One query, however many."""
    sought = {one for _, text in marks_in(referral.answers) for one in keyed_hashes(text)}
    visible = Referral.objects.visible_to(user).exclude(pk=referral.pk)
    rows = ChildMark.objects.filter(digest__in=sought, referral__in=visible).values_list(
        "likeness", "referral_id", "referral__reference", "referral__submitted_at"
    )
    best: dict[UUID, Elsewhere] = {}
    for likeness, pk, reference, at in sorted(rows, key=lambda row: (STRENGTH[row[0]], row[2])):
        best.setdefault(pk, Elsewhere(pk, reference, at, Likeness(likeness).label))
    return list(best.values())
