"""Destroying a case that two people agreed on, step by step. Each step may be done again, and the
worker goes on with what broke off, so a disposal is never left half done.

First its key: from then on the case is unreadable here and in every backup. Then its rows, with its
mails and the keys to it; then its sealed files; then the receipt.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from uuid import UUID

import pgtrigger
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from referrals.files.keeping import VAULT
from referrals.keeping.inventory import counts, tables
from referrals.keeping.rules import in_words
from referrals.models import (
    SITE,
    Disposal,
    DisposalReceipt,
    DisposalState,
    Referral,
    ReferralFile,
    ReviewOrigin,
    Verb,
    record,
)
from referrals.models.keeping import UNDER_WAY
from tscb.common.encryption import key_store
from tscb.common.models import OutgoingMail
from tscb.common.one_by_one import each

MAILS = "mails"
REVIEWS_THAT_STAY = "reviews that stay"


def finish_all() -> None:
    """What is confirmed and not done: a process ended in the middle of it."""
    left = Disposal.objects.filter(state__in=UNDER_WAY).values_list("pk", flat=True)
    each(left, finish, what="disposals")


def finish(disposal_id: int) -> None:
    """Every step that is left, in order. Safe to run twice at once."""
    for step in (take_stock, destroy_key, delete_rows, delete_files, write_receipt):
        step(disposal_id)


def take_stock(disposal_id: int) -> None:
    with _at(disposal_id, DisposalState.CONFIRMED) as disposal:
        if disposal:
            disposal.destroyed = _stock(disposal)
            files = ReferralFile.objects.filter(referral_id=disposal.referral_id)
            disposal.file_ids = [str(pk) for pk in files.values_list("pk", flat=True)]
            disposal.save(update_fields=("destroyed", "file_ids"))


def _stock(disposal: Disposal) -> dict[str, int]:
    found = counts(disposal.referral_id)
    mails = _mails(disposal).count()
    reviews = ReviewOrigin.objects.filter(referral_id=disposal.referral_id).count()
    return found | ({MAILS: mails} if mails else {}) | {REVIEWS_THAT_STAY: reviews}


def destroy_key(disposal_id: int) -> None:
    """Not before the stock is in the database for good: without the key nothing can be counted."""
    with _at(disposal_id, DisposalState.CONFIRMED) as disposal:
        if disposal:
            key_store.destroy(disposal.referral_id)
            disposal.key_destroyed_at = timezone.now()
            disposal.state = DisposalState.KEY_DESTROYED
            disposal.save(update_fields=("key_destroyed_at", "state"))


def delete_rows(disposal_id: int) -> None:
    with _at(disposal_id, DisposalState.KEY_DESTROYED) as disposal:
        if disposal:
            _mails(disposal).delete()
            with past_triggers():
                Referral.objects.filter(pk=disposal.referral_id).only("pk").delete()
            disposal.state = DisposalState.ROWS_DELETED
            disposal.save(update_fields=("state",))


def delete_files(disposal_id: int) -> None:
    with _at(disposal_id, DisposalState.ROWS_DELETED) as disposal:
        for file_id in disposal.file_ids if disposal else ():
            VAULT.delete(UUID(file_id))


def write_receipt(disposal_id: int) -> None:
    with _at(disposal_id, DisposalState.ROWS_DELETED) as disposal:
        if disposal:
            destroyed = dict(disposal.destroyed)
            _receipt(disposal, stay=destroyed.pop(REVIEWS_THAT_STAY), destroyed=destroyed)
            disposal.state, disposal.file_ids = DisposalState.DONE, []
            disposal.save(update_fields=("state", "file_ids"))
            number, reference = disposal.referral_id, disposal.reference
            record(Verb.DISPOSED, by=SITE, referral_id=number, reference=reference)


def _receipt(disposal: Disposal, *, stay: int, destroyed: dict[str, int]) -> DisposalReceipt:
    copied = (
        "reference over_on proposed_by_id proposed_role proposed_at confirmed_by_id confirmed_role "
        "confirmed_at key_destroyed_at"
    )
    return DisposalReceipt.objects.create(
        disposal=disposal,
        rule=in_words(disposal.rule),
        destroyed=destroyed,
        reviews_that_stay=stay,
        **{name: getattr(disposal, name) for name in copied.split()},
    )


@contextmanager
def _at(disposal_id: int, state: DisposalState) -> Iterator[Disposal | None]:
    """The disposal, held until this step is in the database; None when it is not at this step."""
    with transaction.atomic():
        found = Disposal.objects.select_for_update().filter(pk=disposal_id, state=state)
        yield found.first()


def _mails(disposal: Disposal) -> QuerySet[OutgoingMail]:
    """Waiting and sent. Every mail about a case names its reference; a code alone does not, and its
    row goes by itself (tscb/common/mail/outbox.py)."""
    return OutgoingMail.objects.filter(subject__contains=disposal.reference)


def past_triggers() -> AbstractContextManager[None]:
    """Tables that refuse changes give their rows away to this act alone."""
    own = {table.model for table in tables()}
    names = [trigger.get_uri(model) for model, trigger in pgtrigger.registered() if model in own]
    return pgtrigger.ignore(*names)
