"""What an agency does: has a code sent, shows that the mailbox is its own, saves, sends, says that
it knows nothing, hands the request on, adds something later.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.description.elements import Rows
from referrals.description.mailboxes import same_mailbox
from referrals.description.places import Place
from referrals.description.summaries import gaps_of, kept
from referrals.filling.keeping import put, take_row
from referrals.filling.tabs import Marks
from referrals.models import (
    ASKED_AGENCY,
    Summary,
    SummaryAddition,
    SummaryLink,
    SummaryState,
    Verb,
)
from referrals.models.status import WrongState
from referrals.summaries.asking import hand_over, waited_for
from referrals.summaries.mails import (
    queue_addition_notice,
    queue_answered_notice,
    queue_code,
    queue_handed_on_notice,
    queue_receipt,
    queue_request,
)
from referrals.summaries.on_the_clock import tell_the_clock
from referrals.summaries.rows import check_asked, locked_row, move, note
from tscb.common.encryption import keyed_hash
from tscb.common.mailed_link import proving


class NotComplete(Exception):
    """Something is still missing: the check page says what."""


class NotYours(WrongState):
    """A mailbox that is none of the same agency."""


@transaction.atomic
def send_code(*, link: SummaryLink) -> None:
    """To the mailbox that the link was sent to, and to no other."""
    row = locked_row(link.summary_id)
    check_open(row, link)
    queue_code(row, proving.new_code(link=link))


@transaction.atomic
def renew(*, link: SummaryLink) -> None:
    """A link that has ended brings a new one to the same mailbox."""
    row = locked_row(link.summary_id)
    check_open(row, link)
    queue_request(row)
    note(Verb.LINK_RENEWED, row, ASKED_AGENCY)


def check_open(row: Summary, link: SummaryLink) -> None:
    """Raises WrongState where this link leads to nothing any more."""
    check_asked(row.referral)
    link.refresh_from_db(fields=["is_replaced"])
    if link.is_replaced or row.state == SummaryState.WITHDRAWN:
        raise WrongState("This link is no longer needed.")


@transaction.atomic
def prove(*, link: SummaryLink, code: str) -> tuple[str, str]:
    """The token of a session, or else the sentence of the refusal."""
    token, refusal = proving.prove(link=link, code=code)
    if token:
        Summary.objects.filter(pk=link.summary_id, opened_at=None).update(opened_at=timezone.now())
        note(Verb.MAILBOX_PROVED, link.summary, ASKED_AGENCY)
    return token, refusal


@transaction.atomic
def open_request(*, link: SummaryLink) -> Summary:
    """What is asked, to read, and the event of its reading, in one transaction."""
    note(Verb.READ, link.summary, ASKED_AGENCY)
    return link.summary


@transaction.atomic
def save_page(
    *,
    summary_id: UUID,
    place: Place,
    names: Collection[str],
    answers: dict[str, Any],
    unfinished: dict[str, Any],
    seen: Marks,
) -> Summary:
    """New answers to the questions named, as `put` says."""
    row = waited_for(summary_id)
    put(row, place, names, answers, unfinished, seen)
    return saved(row)


@transaction.atomic
def remove_row(*, summary_id: UUID, rows: Rows, row_id: str) -> Summary:
    row = waited_for(summary_id)
    take_row(row, rows, row_id)
    return saved(row)


def saved(row: Summary) -> Summary:
    row.saved_at = timezone.now()
    row.save(update_fields=("answers", "unfinished", "saved_at"))
    if row.state == SummaryState.ASKED:
        move(row, SummaryState.STARTED, ASKED_AGENCY)
    return row


@transaction.atomic
def send(*, summary_id: UUID) -> Summary:
    """The declared summary, once. Raises NotComplete, or WrongState where it was sent before."""
    row = waited_for(summary_id)
    if gaps_of(row):
        raise NotComplete
    row.answers, row.unfinished = kept(row), {}
    return answered(row, SummaryState.SENT)


@transaction.atomic
def say_nothing_is_known(*, summary_id: UUID) -> Summary:
    """What was begun on the pages is not sent along."""
    row = waited_for(summary_id)
    row.answers, row.unfinished = {}, {}
    return answered(row, SummaryState.NIL)


def answered(row: Summary, how: SummaryState) -> Summary:
    row.answered_at = timezone.now()
    move(row, how, ASKED_AGENCY, "answered_at", "answers", "unfinished")
    queue_receipt(row)
    queue_answered_notice(row)
    tell_the_clock(row.referral)
    return row


@transaction.atomic
def hand_on(*, summary_id: UUID, email: str) -> Summary:
    """A colleague at the same mail domain answers instead, and goes on with what is saved."""
    row = waited_for(summary_id)
    check_colleague(row.mailbox, email)
    hand_over(row, email, ASKED_AGENCY)
    queue_handed_on_notice(row)
    return row


def check_colleague(own: str, other: str) -> None:
    domain = own.rpartition("@")[2].casefold()
    if same_mailbox(own, other):
        raise NotYours("This is the mailbox that was asked. Enter your colleague’s.")
    if other.rpartition("@")[2].casefold() != domain:
        raise NotYours(f"Enter an address that ends in @{domain}, or ring the board.")


@transaction.atomic
def add(*, summary_id: UUID, text: str, press: str) -> None:
    """One addition for one press of the button, however often it arrives."""
    row = locked_row(summary_id)
    check_asked(row.referral)
    if not row.is_answered:
        raise WrongState("Your summary has not been sent yet: write it there.")
    _, is_new = SummaryAddition.objects.get_or_create(
        press=keyed_hash(f"summary:{summary_id}:{press}:{text}"),
        defaults={"summary": row, "referral": row.referral, "text": text},
    )
    if is_new:
        note(Verb.SUMMARY_ADDED, row, ASKED_AGENCY)
        queue_addition_notice(row)
