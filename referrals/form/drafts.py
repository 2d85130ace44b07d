"""What a practitioner does to a draft before it is sent: start, save, come back, delete.

Each action locks the row, so two tabs or a double click never undo each other.
"""

from collections.abc import Collection
from datetime import timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.description.conditions import Answers
from referrals.description.elements import Rows
from referrals.description.guidance import mark_of_today
from referrals.description.places import Place
from referrals.files.keeping import forget_files
from referrals.filling.keeping import put, take_row
from referrals.filling.tabs import Marks
from referrals.models import REFERRER, DraftKey, KeyKind, Referral, Verb, author_of, record
from referrals.models.secrets import new_return_code, new_token, read_return_code
from referrals.models.status import WrongState
from tscb.common.encryption import destroy_on_commit, keyed_hash, token_digest, token_digests

START_KEY_LIVES = timedelta(hours=1)


class AlreadySent(WrongState):
    """The referral was sent in the meantime: what was received can no longer be changed here."""


class StartedLongAgo(Exception):
    """A start page that was kept too long: its key opens nothing any more."""


@transaction.atomic
def start(*, start_key: UUID, told: Answers = MappingProxyType({})) -> str:
    """Begin one draft for one start page, however often its button is pressed. Its reference stays
    the same for life. `told`: what follows from where it begins; the form can change it.

    Gives the token for the browser's cookie. It is derived from the start key, so that both answers
    to a double click carry the same one.
    """
    token = keyed_hash(f"start:{start_key}")
    begins = {"answers": {**told, **mark_of_today()}}
    referral, is_new = Referral.objects.get_or_create(
        start_key=token_digest(token),
        defaults={"reference": Referral.objects.unused_reference(), **begins},
    )
    if is_new:
        record(Verb.STARTED, by=REFERRER, referral_id=referral.pk, reference=referral.reference)
        add_key(referral.pk, KeyKind.COOKIE, token)
    elif referral.created_at < timezone.now() - START_KEY_LIVES:
        raise StartedLongAgo
    return token


def add_key(referral_id: UUID, kind: KeyKind, secret: str, **more: Any) -> None:
    digest = token_digest(secret)
    DraftKey.objects.create(referral_id=referral_id, kind=kind, digest=digest, **more)


def locked_draft(referral_id: UUID) -> Referral:
    """The row, locked until the transaction ends."""
    referral = Referral.objects.select_for_update().get(pk=referral_id)
    check_is_draft(referral)
    return referral


def check_is_draft(referral: Referral) -> None:
    if not referral.is_draft:
        raise AlreadySent("This referral has been sent and cannot be changed here.")


@transaction.atomic
def save_page(
    *,
    referral_id: UUID,
    place: Place,
    names: Collection[str],
    answers: dict[str, Any],
    unfinished: dict[str, Any],
    seen: Marks = MappingProxyType({}),
) -> Referral:
    """New answers to the questions named, as `put` says."""
    referral = locked_draft(referral_id)
    put(referral, place, names, answers, unfinished, seen)
    return saved(referral)


@transaction.atomic
def remove_row(*, referral_id: UUID, rows: Rows, row_id: str) -> Referral:
    """The row and what was typed into it. Removing it again does nothing."""
    referral = locked_draft(referral_id)
    take_row(referral, rows, row_id)
    return saved(referral)


def saved(referral: Referral) -> Referral:
    referral.touch("answers", "unfinished", "updated_at")
    return referral


@transaction.atomic
def make_return_code(*, referral_id: UUID) -> str:
    """A code to write down. Codes given before go on working."""
    referral = locked_draft(referral_id)
    code = new_return_code()
    add_key(referral.pk, KeyKind.RETURN_CODE, code)
    return code


@transaction.atomic
def open_with_code(*, code: str) -> str | None:
    """A token for this browser when the code opens a draft, else None."""
    held = token_digests(read_return_code(code))
    key = DraftKey.objects.usable().filter(kind=KeyKind.RETURN_CODE, digest__in=held).first()
    if key is None:
        return None
    token = new_token()
    add_key(key.referral_id, KeyKind.COOKIE, token)
    Referral.objects.select_for_update().get(pk=key.referral_id).touch()
    return token


@transaction.atomic
def delete(*, referral_id: UUID) -> None:
    """The draft goes at once, with every key to it and the key that it was encrypted with. Only the
    event stays."""
    referral = locked_draft(referral_id)
    record(
        Verb.DELETED, by=author_of(referral), referral_id=referral.pk, reference=referral.reference
    )
    forget_files(referral)
    destroy_on_commit(referral.pk)
    referral.delete()
