"""The mails about bookings. They name the event, its time and place, and nobody; of a restricted
event only its kind. Everything else stands behind the link.
"""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from tscb.common.mail import queue
from tscb.common.mailed_link.model import LINK_LIVES
from tscb.events.models import Booking, LearningEvent, OwnLink, Participant


@dataclass(frozen=True)
class Notice:
    """`says` what happened; `do` stands above the link."""

    subject: str
    says: str
    do: str = "See, change or cancel your bookings:"


CONFIRM = Notice(
    "Confirm your booking",
    "We hold a place for you for 24 hours. You have it once you have confirmed. If you did not ask "
    "for it, do nothing.",
    "Confirm it here:",
)
CONFIRM_WAITING = Notice(
    "Confirm that you want to wait for a place",
    "All places are taken at the moment. Once you have confirmed you are on the waiting list, and "
    "get a place that becomes free when it is your turn. If you did not ask for it, do nothing.",
    "Confirm it here:",
)
ALREADY = Notice("Your booking", "You asked for this event before. That is still kept.")
BOOKED = Notice("You have a place", "Your place is booked.")
WAITING = Notice(
    "You are on the waiting list",
    "All places are taken. We write to you when a place becomes free and is yours.",
)
MOVED_UP = Notice(
    "You have a place now",
    "A place became free, and it is yours. If you cannot come any more, please cancel, so that "
    "somebody else can.",
)
LEFT = Notice(
    "Your booking is cancelled", "What we kept about it is deleted.", "Your other bookings:"
)
CHANGED = Notice("The event has changed", "Please look at its time and place again.")
CANCELLED = Notice("The event is cancelled", "It does not take place. You need not do anything.")
IN_A_WEEK = Notice(
    "Reminder, a week to go",
    "If you cannot come any more, please cancel, so that somebody else can.",
)
TOMORROW = Notice("Reminder, within a day", "We look forward to seeing you.")
INVITED = Notice(
    "You are invited",
    "You are invited to this event, which is for those who got this message alone.",
    "See what it is about, and book:",
)
FEEDBACK = Notice(
    "What changed?",
    "Some weeks ago you took part. Three short questions, without your name: what you say cannot "
    "be traced to you.",
    "Tell us what changed:",
)


def send(booking: Booking, notice: Notice) -> None:
    """Nothing where there is no mailbox."""
    if booking.participant:
        send_to(booking.participant, booking.event, notice)


def send_to(participant: Participant, event: LearningEvent, notice: Notice) -> None:
    write(participant, event, notice, own_address(participant, event))


def write(participant: Participant, event: LearningEvent, notice: Notice, link: str) -> None:
    told = {"notice": notice, "event": event, "sessions": event.sessions.all(), "link": link}
    body = render_to_string("emails/event_notice.txt", told)
    queue(to=participant.email, subject=f"{notice.subject}: {event.name_in_mails}"[:200], body=body)


def own_address(participant: Participant, event: LearningEvent | None = None) -> str:
    """A new link to the bookings of this mailbox; it works until some weeks after the event."""
    now = timezone.now()
    start = max(now, event.ends_at) if event and event.ends_at else now
    token = OwnLink.objects.make(participant=participant, expires_at=start + LINK_LIVES)
    return settings.SITE_ADDRESS + reverse("events:mine", args=[token])


def send_own_link(participant: Participant) -> None:
    body = render_to_string("emails/event_own_link.txt", {"link": own_address(participant)})
    queue(to=participant.email, subject="Your bookings", body=body)


def tell_all(event: LearningEvent, notice: Notice) -> None:
    """Everybody who is booked or waits."""
    for booking in event.bookings.confirmed().select_related("participant", "event__kind"):
        send(booking, notice)
