"""Inviting mailboxes to a restricted event, and booking with such an invitation.

The link came to the mailbox, so that a booking made with it needs no other mail to be confirmed.
"""

import secrets
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from tscb.board.models import User
from tscb.common.encryption import token_digest
from tscb.common.publishing import history
from tscb.events.bookings import mails, places, rules
from tscb.events.bookings.asking import booking_of
from tscb.events.models import Booking, EventState, Invitation, LearningEvent, Participant


def check_invitable(event: LearningEvent) -> None:
    if not event.is_restricted:
        raise ValidationError("Everybody may book this event: nobody needs an invitation.")
    if event.state != EventState.PUBLISHED or event.is_past:
        raise ValidationError("Publish the event before you invite people, and before it is over.")


@transaction.atomic
def invite(*, event: LearningEvent, emails: list[str], by: User) -> None:
    """Whoever was invited before gets a new link; the old one ends."""
    event = places.locked(event.pk)
    check_invitable(event)
    for email in emails:
        participant = Participant.objects.known_by(email)
        mails.write(participant, event, mails.INVITED, _new_link(event, participant))
    history.record(event, f"Invitations sent: {len(emails)}", by=by)


def _new_link(event: LearningEvent, participant: Participant) -> str:
    token = secrets.token_urlsafe(32)
    ends: Any = event.ends_at  # what is published has an end
    Invitation.objects.update_or_create(
        event=event,
        participant=participant,
        defaults={"digest": token_digest(token), "expires_at": ends},
    )
    return settings.SITE_ADDRESS + reverse("events:invited", args=[token])


@transaction.atomic
def withdraw(*, invitation: Invitation, by: User) -> None:
    """The link ends; a booking that was made with it stays until somebody cancels it."""
    history.record(invitation.event, "Invitation withdrawn", by=by)
    invitation.delete()


@transaction.atomic
def book(*, invitation: Invitation, details: dict[str, Any]) -> Booking:
    """A place, or the waiting list. Raises ValidationError where nobody can book."""
    event = places.locked(invitation.event_id)
    known = booking_of(event, invitation.participant.email)
    if known and not known.is_asked:
        return known
    rules.check_open(event)
    places.fill(event)
    rules.check_place(event, bool(places.room(event)))
    booking = known or Booking(event=event, participant=invitation.participant)
    for name, value in details.items():
        setattr(booking, name, value)
    places.settle(booking)
    return booking
