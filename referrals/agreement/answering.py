"""What the person asked does: has a code sent, shows that the mailbox is theirs, reads, answers."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.agreement.mails import queue_answered, queue_code, queue_request
from referrals.agreement.rows import check_awaited, locked_row, note
from referrals.models import (
    ASKED_PERSON,
    Agreement,
    AgreementLink,
    AgreementState,
    Referral,
    Verb,
)
from referrals.models.agreement_state import check_turn
from tscb.common.mailed_link import proving


@transaction.atomic
def send_code(*, link: AgreementLink) -> None:
    """To the mailbox that the link was sent to, and to no other."""
    row = locked_row(link.agreement_id)
    check_open(row)
    queue_code(row, proving.new_code(link=link))


@transaction.atomic
def renew(*, link: AgreementLink) -> None:
    """A link that has ended brings a new one to the same mailbox, while an answer is awaited."""
    row = locked_row(link.agreement_id)
    check_open(row)
    queue_request(row, AgreementLink.objects.make(agreement=row))
    note(Verb.LINK_RENEWED, row, ASKED_PERSON)


@transaction.atomic
def prove(*, link: AgreementLink, code: str) -> tuple[str, str]:
    """The token of a short session, or else the sentence of the refusal."""
    token, refusal = proving.prove(link=link, code=code)
    if token:
        note(Verb.MAILBOX_PROVED, link.agreement, ASKED_PERSON)
    return token, refusal


@transaction.atomic
def open_referral(*, link: AgreementLink) -> Referral:
    """The referral to read, and the event of its reading, in one transaction."""
    note(Verb.READ, link.agreement, ASKED_PERSON)
    return link.agreement.referral


@transaction.atomic
def answer(*, agreement_id: UUID, answer: AgreementState, words: str) -> Agreement:
    """Raises WrongState where another answer, or a later request, came first."""
    row = locked_row(agreement_id)
    event = check_turn(row.state, answer)
    check_awaited(row.referral)
    row.state, row.words, row.answered_at = answer, words, timezone.now()
    row.save(update_fields=("state", "words", "answered_at"))
    note(event, row, ASKED_PERSON)
    queue_answered(row)
    return row


def check_open(row: Agreement) -> None:
    """Raises WrongState where no answer is waited for any more."""
    check_turn(row.state, AgreementState.AGREED)
    check_awaited(row.referral)
