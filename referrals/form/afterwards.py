"""What a referrer does to a referral that was sent: add to it, answer what the board asks, or
withdraw it.

What was sent is never changed by this. Each action locks the row and tells the panel's mailbox.
"""

from uuid import UUID

from django.db import transaction

from referrals.form.mails import (
    queue_addition_notice,
    queue_answer_notice,
    queue_withdrawal_notice,
)
from referrals.models import (
    REFERRER,
    Addition,
    Referral,
    ReferrerQuestion,
    Status,
    Withdrawal,
    record,
    withdrawal_of,
)
from referrals.models.audit import Verb
from referrals.models.status import WrongState, check_move
from tscb.common.encryption import keyed_hash

NOT_ASKED_ANY_MORE = (
    "This question has been answered, or is no longer asked. You can still add information."
)
WITHDRAWN_ALREADY = "This referral has been withdrawn already."
DECIDED_ALREADY = (
    "This referral has been decided and can no longer be withdrawn. You can still add information."
)


class NotSentYet(WrongState):
    """A draft is changed page by page; there is nothing yet to add to."""


def check_was_sent(referral: Referral) -> None:
    if referral.is_draft:
        raise NotSentYet("This referral has not been sent yet.")


def check_can_withdraw(referral: Referral) -> Verb:
    """Gives the event; raises WrongState with the reason why it is too late."""
    check_was_sent(referral)
    if withdrawal_of(referral):
        raise WrongState(WITHDRAWN_ALREADY)
    if referral.status in (Status.RECOMMENDED, Status.DECIDED, Status.CLOSED):
        raise WrongState(DECIDED_ALREADY)
    return check_move(referral.status, Status.WITHDRAWN)


def can_withdraw(referral: Referral) -> bool:
    try:
        check_can_withdraw(referral)
    except WrongState:
        return False
    return True


def locked(referral_id: UUID) -> Referral:
    return Referral.objects.select_for_update().get(pk=referral_id)


@transaction.atomic
def add(*, referral_id: UUID, text: str, press: str) -> Addition:
    """One addition for one press of the button, however often it arrives.

    Other words under the same press are another addition: somebody went back and wrote more.
    """
    referral = locked(referral_id)
    check_was_sent(referral)
    addition, is_new = Addition.objects.get_or_create(
        press=keyed_hash(f"addition:{referral_id}:{press}:{text}"),
        defaults={"referral": referral, "text": text, "added_by": REFERRER.role},
    )
    if is_new:
        record(Verb.ADDED, by=REFERRER, referral_id=referral.pk, reference=referral.reference)
        queue_addition_notice(addition)
    return addition


@transaction.atomic
def answer(*, referral_id: UUID, number: int, text: str, press: str) -> Addition:
    """What the board asked is answered once; more can be added. The same press gives back the
    answer there is. Raises WrongState where no answer is waited for any more."""
    referral = locked(referral_id)
    question = ReferrerQuestion.objects.of(referral).get(number=number)
    digest = keyed_hash(f"answer:{referral_id}:{press}:{text}")
    earlier = Addition.objects.filter(press=digest).first()
    if earlier:
        return earlier
    if not question.is_open:
        raise WrongState(NOT_ASKED_ANY_MORE)
    addition = Addition.objects.create(
        referral=referral, question=question, text=text, added_by=REFERRER.role, press=digest
    )
    record(
        Verb.QUESTION_ANSWERED,
        by=REFERRER,
        referral_id=referral.pk,
        reference=referral.reference,
        about=f"question {number}",
    )
    queue_answer_notice(addition)
    return addition


@transaction.atomic
def withdraw(*, referral_id: UUID, reason: str) -> Withdrawal:
    """Doing the same again gives back the withdrawal there is; another reason is refused."""
    referral = locked(referral_id)
    earlier = withdrawal_of(referral)
    if earlier and earlier.reason == reason:
        return earlier
    event = check_can_withdraw(referral)
    referral.status = Status.WITHDRAWN
    referral.save(update_fields=("status",))
    withdrawal = Withdrawal.objects.create(
        referral=referral, reason=reason, withdrawn_by=REFERRER.role
    )
    record(event, by=REFERRER, referral_id=referral.pk, reference=referral.reference)
    queue_withdrawal_notice(withdrawal)
    return withdrawal
