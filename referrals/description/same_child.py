"""Finding the same child in two referrals, and the same family: writing marks of both down, and
looking for them.

Nothing is decrypted to look: the marks of the referral that is open are computed, under every key
while keys are being rotated, and looked for among those that were written down.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import QuerySet

from referrals.description.child_marks import marks_in
from referrals.models import ChildMark, Likeness, Referral
from referrals.models.child_mark import OF_THE_FAMILY
from referrals.models.status import SEEN_BY_THE_PANEL
from tscb.board.models import User
from tscb.common.encryption import hash_key_mark, keyed_hash, keyed_hashes

RULES = "marks of children 2"  # another number has the marks of every referral made anew
STRENGTH = {likeness.value: place for place, likeness in enumerate(Likeness)}
# An adult's name alone says too little: what relates two cases has a child in it, or a home, or a
# date of birth.
WEAK = {(Likeness.RELATIVE, Likeness.RELATIVE)}
CHILD_IN_FAMILY = {
    True: "a child of one is named in the family of the other, with the same date of birth",
    False: "a child of one has the name of somebody in the family of the other",
}
SAME_FAMILY = "somebody in both families has the same name and {}"
BESIDE = {
    Likeness.RELATIVE_AND_BIRTH: "date of birth",
    Likeness.RELATIVE_AT_HOME: "postcode",
}


@dataclass(frozen=True)
class Elsewhere:
    """Another referral in which the same child may be, or a child of the same family (then it
    `is_related`). `words`: what they have in common."""

    referral_id: UUID
    reference: str
    received_at: datetime | None
    words: str
    is_related: bool = False


@transaction.atomic
def write_marks(*, referral_id: UUID) -> None:
    """Put the marks of today's answers, under the newest key, in place of the earlier ones."""
    referral = Referral.objects.select_for_update(no_key=True).get(pk=referral_id)
    found = {keyed_hash(text): likeness for text, likeness in marks_in(referral.answers).items()}
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
    sought = {
        digest: likeness
        for text, likeness in marks_in(referral.answers).items()
        for digest in keyed_hashes(text)
    }
    visible = Referral.objects.visible_to(user).exclude(pk=referral.pk)
    rows: Any = ChildMark.objects.filter(digest__in=sought, referral__in=visible).values_list(
        "digest", "likeness", "referral_id", "referral__reference", "referral__submitted_at"
    )
    found = [_compared(sought[digest], theirs, *other) for digest, theirs, *other in rows]
    best: dict[UUID, Elsewhere] = {}
    for _, other in sorted((one for one in found if one), key=_likeliest_first):
        best.setdefault(other.referral_id, other)
    return list(best.values())


def _likeliest_first(found: tuple[int, Elsewhere]) -> tuple[bool, int, str]:
    return found[1].is_related, found[0], found[1].reference


def _compared(
    own: Likeness, theirs: str, pk: UUID, reference: str, at: datetime | None
) -> tuple[int, Elsewhere] | None:
    """How strong it is, and what to say; nothing where it says too little."""
    of_both = own, Likeness(theirs)
    if of_both in WEAK:
        return None
    strength = min(STRENGTH[one] for one in of_both)
    in_family = [one for one in of_both if one in OF_THE_FAMILY]
    is_related = bool(in_family) or own == Likeness.HOME
    return strength, Elsewhere(pk, reference, at, _in_words(own, in_family), is_related)


def _in_words(own: Likeness, in_family: list[Likeness]) -> str:
    if not in_family:
        return str(own.label)
    if len(in_family) == 1:
        return CHILD_IN_FAMILY[in_family[0] == Likeness.RELATIVE_AND_BIRTH]
    return SAME_FAMILY.format(BESIDE[in_family[0]])
