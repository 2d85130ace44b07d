"""Who comes: people known by their work mailbox, their bookings, and the links that open them.

Kept as little as can be: name, work e-mail address and agency; names and addresses are encrypted.
"""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from tscb.board.models import Agency
from tscb.common.encryption import EncryptedTextField
from tscb.common.mailboxes import KnownByMailbox, MailboxQuerySet
from tscb.common.mailed_link.model import MailedLinks, PlainLink
from tscb.events.models.event import LearningEvent

LONGEST_NAME = 100
# Which column says that a reminder was sent, and how long before the event it is due.
REMINDED = {"reminded_week_at": timedelta(days=7), "reminded_day_at": timedelta(days=1)}


class ParticipantQuerySet(MailboxQuerySet["Participant"]):
    def known_by(self, email: str) -> "Participant":
        """The one with this mailbox, made if there is none yet."""
        kept = Participant.kept_of(email)
        found = self.of(email).first()
        return found or self.get_or_create(mailbox=kept["mailbox"], defaults=kept)[0]


class Participant(KnownByMailbox):
    """A work mailbox; what somebody is called stands with each booking, as it was typed there."""

    hash_rules = "mailboxes of participants 1"

    created_at = models.DateTimeField(auto_now_add=True)

    objects = ParticipantQuerySet.as_manager()


class OwnLink(PlainLink):
    """Opens the bookings of one mailbox for whoever got the mail."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="links")

    objects = MailedLinks["OwnLink"].as_manager()


class BookingState(models.TextChoices):
    ASKED = "asked", "Not confirmed yet"
    BOOKED = "booked", "Booked"
    WAITING = "waiting", "On the waiting list"


class Attendance(models.TextChoices):
    UNKNOWN = "", "Not noted"
    CAME = "came", "Came"
    STAYED_AWAY = "stayed away", "Did not come"


class BookingQuerySet(models.QuerySet["Booking"]):
    def taking_places(self) -> Self:
        """Booked, or held for somebody who has still to confirm."""
        held = Q(state=BookingState.ASKED, held_until__gt=timezone.now())
        return self.filter(Q(state=BookingState.BOOKED) | held)

    def booked(self) -> Self:
        return self.filter(state=BookingState.BOOKED)

    def in_line(self) -> Self:
        """Waiting, whoever came first first."""
        return self.filter(state=BookingState.WAITING).order_by("in_line_since", "pk")

    def confirmed(self) -> Self:
        return self.filter(state__in=[BookingState.BOOKED, BookingState.WAITING])


class Booking(models.Model):
    """One person and one event; deleted when cancelled, and some time after the event."""

    event = models.ForeignKey(LearningEvent, on_delete=models.PROTECT, related_name="bookings")
    # Nobody for somebody who came without a booking and left no address.
    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, related_name="bookings", null=True
    )
    name = EncryptedTextField()
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    other_agency = models.CharField(max_length=LONGEST_NAME, blank=True)
    access_needs = EncryptedTextField(null=True)  # none is nothing at all, and so is found
    state = models.CharField(max_length=10, choices=BookingState, default=BookingState.ASKED)
    held_until = models.DateTimeField(null=True)
    in_line_since = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(default=timezone.now)
    pressed = models.UUIDField(null=True)  # the form that it came with: two clicks are one
    attendance = models.CharField(max_length=15, choices=Attendance, blank=True, default="")
    reminded_week_at = models.DateTimeField(null=True)
    reminded_day_at = models.DateTimeField(null=True)
    feedback_asked_at = models.DateTimeField(null=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "participant"], name="events_booking_once_a_mailbox"
            ),
            models.CheckConstraint(
                name="events_booking_waits_since",
                condition=Q(state="waiting", in_line_since__isnull=False) | ~Q(state="waiting"),
            ),
        ]
        indexes = [models.Index(fields=["event", "state"], name="events_booking_state")]

    def __str__(self) -> str:
        """Without a word about who it is: it stands in histories for good."""
        return f"Booking {self.pk}"

    @staticmethod
    def reminded(event: LearningEvent) -> dict[str, datetime | None]:
        """The columns of somebody who was written to just now: a reminder whose time has come
        already would tell them nothing."""
        now, starts = timezone.now(), event.starts_at
        has_come = {name: bool(starts and starts - now <= left) for name, left in REMINDED.items()}
        return {name: now if come else None for name, come in has_come.items()}

    @property
    def agency_name(self) -> str:
        return str(self.agency or self.other_agency)

    @property
    def is_booked(self) -> bool:
        return self.state == BookingState.BOOKED

    @property
    def is_asked(self) -> bool:
        return self.state == BookingState.ASKED

    @property
    def is_held(self) -> bool:
        return self.held_until is not None and self.held_until > timezone.now()

    @property
    def has_come(self) -> bool:
        return self.attendance == Attendance.CAME
