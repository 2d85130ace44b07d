"""What the coordinator does: asks agencies, all of a case in one go, gives more time, writes to
another mailbox, takes a request back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.models import (
    Actor,
    Referral,
    Summary,
    SummaryChange,
    SummaryLink,
    SummaryState,
    Verb,
    staff,
)
from referrals.models.status import WrongState
from referrals.models.summary_state import check_summary_move
from referrals.summaries.mails import queue_extended, queue_no_longer_asked, queue_request
from referrals.summaries.on_the_clock import tell_the_clock
from referrals.summaries.rows import changed, check_asked, locked_row, move, note
from tscb.board.calendar import add_working_days
from tscb.board.models import Agency, User

Kind = SummaryChange.Kind


@dataclass(frozen=True)
class Asked:
    """One agency to ask, by its name and mailbox; `agency` if it is one of the board's own."""

    name: str
    email: str
    phone: str = ""
    agency: Agency | None = None

    def kept(self) -> dict[str, str]:
        return {"agency": self.name, "email": self.email, "phone": self.phone}


@dataclass(frozen=True)
class Matter:
    """What all agencies asked in one go get to see. `people`: of each, pairs of label and value."""

    people: list[list[tuple[str, str]]]
    first: date | None
    until: date | None
    particular: str = ""

    def kept(self) -> dict[str, Any]:
        days = {"from": self.first, "until": self.until}
        told = {name: day.isoformat() for name, day in days.items() if day}
        return {"people": self.people, "particular": self.particular} | told


class AskedAlready(WrongState):
    """An agency is asked once at a time about a case."""


@transaction.atomic
def ask(
    *, referral_id: UUID, agencies: Sequence[Asked], matter: Matter, working_days: int, by: User
) -> list[Summary]:
    """Each gets a link of its own. Raises AskedAlready, and then nobody is asked."""
    referral = locked(referral_id, by)
    check_act(Act.ASK_AGENCIES, by=by, referral=referral)
    earlier = list(Summary.objects.of(referral))
    check_not_asked_yet(agencies, earlier)
    due = add_working_days(timezone.localdate(), working_days)
    first = len(earlier) + 1
    made = [
        asked(referral, one, matter, number=number, due_on=due, by=staff(by))
        for number, one in enumerate(agencies, start=first)
    ]
    tell_the_clock(referral)
    return made


def check_not_asked_yet(agencies: Sequence[Asked], earlier: Sequence[Summary]) -> None:
    names = {row.agency_name.casefold() for row in earlier if row.state != SummaryState.WITHDRAWN}
    for one in agencies:
        if one.name.casefold() in names:
            raise AskedAlready(f"{one.name} has been asked about this case already.")


def asked(
    referral: Referral, one: Asked, matter: Matter, *, number: int, due_on: date, by: Actor
) -> Summary:
    event = check_summary_move(None, SummaryState.ASKED)
    row = Summary.objects.create(
        referral=referral,
        number=number,
        state=SummaryState.ASKED,
        agency=one.agency,
        contact=one.kept(),
        asked=matter.kept(),
        due_on=due_on,
        asked_by_id=by.id,
    )
    note(event, row, by)
    queue_request(row)
    return row


@transaction.atomic
def extend(*, referral_id: UUID, number: int, due_on: date, why: str, by: User) -> Summary:
    """A later day, with a reason. Reminders begin anew."""
    row = in_hand(referral_id, number, by)
    if due_on <= row.due_on:
        raise WrongState(f"Enter a day after {date_format(row.due_on, 'j F Y')}, the day so far.")
    until = f"{date_format(row.due_on, 'j F Y')} to {date_format(due_on, 'j F Y')}"
    changed(row, Kind.EXTENDED, f"From {until}. {why}", staff(by))
    row.due_on, row.reminded_for = due_on, None
    row.save(update_fields=("due_on", "reminded_for"))
    note(Verb.SUMMARY_EXTENDED, row, staff(by))
    queue_extended(row)
    return row


@transaction.atomic
def withdraw(*, referral_id: UUID, number: int, why: str, by: User) -> Summary:
    """The request ends, and the agency is told. What it has saved stays."""
    row = in_hand(referral_id, number, by)
    move(row, SummaryState.WITHDRAWN, staff(by))
    changed(row, Kind.WITHDRAWN, why, staff(by))
    queue_no_longer_asked(row)
    tell_the_clock(row.referral)
    return row


@transaction.atomic
def write_to(*, referral_id: UUID, number: int, email: str, phone: str, by: User) -> Summary:
    """The coordinator has the link sent again, perhaps to another mailbox."""
    row = in_hand(referral_id, number, by)
    row.contact = row.contact | {"phone": phone}
    row.save(update_fields=("contact",))
    hand_over(row, email, staff(by))
    return row


def hand_over(row: Summary, email: str, by: Actor) -> None:
    """From now on this mailbox answers. Links of another one open nothing any more."""
    if email.casefold() != row.mailbox.casefold():
        changed(row, Kind.HANDED_ON, f"From {row.mailbox} to {email}.", by)
        row.contact, row.opened_at = row.contact | {"email": email}, None
        row.save(update_fields=("contact", "opened_at"))
        SummaryLink.objects.filter(summary=row).update(is_replaced=True)
        note(Verb.SUMMARY_HANDED_ON, row, by)
    queue_request(row)


def in_hand(referral_id: UUID, number: int, by: User) -> Summary:
    """Of a case that this person may see and work on."""
    check_act(Act.ASK_AGENCIES, by=by, referral=locked(referral_id, by))
    row = Summary.objects.only("pk").get(referral_id=referral_id, number=number)
    return waited_for(row.pk)


def waited_for(summary_id: UUID) -> Summary:
    """Locked. Raises WrongState where the answer is there, or is not asked for any more."""
    row = locked_row(summary_id)
    check_asked(row.referral)
    if not row.is_waited_for:
        raise WrongState("This agency has answered already, or is no longer asked.")
    return row
