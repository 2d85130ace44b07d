"""A meeting of the panel, its agenda, and the copies of its pack that were made.

Who comes stands in `attendance`, what was said in `minutes`. A case is on the agenda of a meeting:
that is what it means to be put before the panel.
"""

from datetime import date
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from referrals.models.meeting_state import MeetingState
from referrals.models.referral import Referral
from tscb.board.models import User
from tscb.common.encryption import EncryptedTextField

MINUTES_OF_A_CASE = 30


class Meetings(models.QuerySet["Meeting"]):
    def planned(self) -> "Meetings":
        return self.filter(state=MeetingState.PLANNED).order_by("starts_at")

    def held(self) -> "Meetings":
        return self.filter(state=MeetingState.HELD).order_by("-starts_at")

    def to_come(self) -> "Meetings":
        """Planned, and not over yet."""
        return self.planned().filter(ends_at__gte=timezone.now())


class Meeting(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    # Whoever has the link may join: it is read behind the sign-in, and never mailed.
    link = EncryptedTextField(default=str)
    state = models.CharField(
        max_length=20, choices=MeetingState.choices, default=MeetingState.PLANNED
    )
    # How often its time or place changed: a calendar takes the entry with the highest number.
    changes = models.PositiveSmallIntegerField(default=0)
    # How the quorum stood when the meeting was recorded as held, in words.
    quorum_then = models.CharField(max_length=600, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # At which later meeting its minutes were confirmed.
    confirmed_in = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="confirms"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    is_sample = models.BooleanField(default=False)

    objects = Meetings.as_manager()

    class Meta:
        ordering = ("-starts_at",)
        indexes = (models.Index(fields=("state", "starts_at"), name="meetings_by_state"),)
        constraints = (
            models.CheckConstraint(
                name="meeting_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))
            ),
            models.CheckConstraint(
                name="only_minutes_of_a_held_meeting_are_confirmed",
                condition=Q(confirmed_at=None) | Q(state=MeetingState.HELD),
            ),
        )

    def __str__(self) -> str:
        return f"Meeting on {self.day}"

    @property
    def day(self) -> date:
        return timezone.localdate(self.starts_at)

    @property
    def is_planned(self) -> bool:
        return self.state == MeetingState.PLANNED

    @property
    def is_held(self) -> bool:
        return self.state == MeetingState.HELD

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now()

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def about(self) -> str:
        """How the audit names it."""
        return f"meeting {self.day:%Y-%m-%d}"


class AgendaItems(models.QuerySet["AgendaItem"]):
    def visible_to(self, user: User | AnonymousUser) -> "AgendaItems":
        """The door: other business, and cases that this person may see."""
        seen = Referral.objects.visible_to(user).order_by()
        return self.filter(Q(referral=None) | Q(referral__in=seen))

    def of_cases(self) -> "AgendaItems":
        return self.filter(referral__isnull=False)


class AgendaItem(models.Model):
    """A case, or other business in a few words. It goes when the case is destroyed."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    referral = models.ForeignKey(
        Referral, null=True, on_delete=models.CASCADE, related_name="agenda_items"
    )
    business = EncryptedTextField(of="referral_id", default=str)
    place = models.PositiveSmallIntegerField()
    takes = models.PositiveSmallIntegerField(default=MINUTES_OF_A_CASE)  # minutes of time
    quorum_then = models.CharField(max_length=600, blank=True)

    objects = AgendaItems.as_manager()

    class Meta:
        ordering = ("place", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "referral"),
                name="a_case_once_on_an_agenda",
            ),
        )

    def __str__(self) -> str:
        return f"Item {self.place}"

    @property
    def is_case(self) -> bool:
        return self.referral_id is not None


class PackCopy(models.Model):
    """That a copy of a meeting's papers was made, for whom, and how many cases it leaves out."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="copies")
    number = models.PositiveIntegerField()
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    left_out = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("meeting", "number"), name="copy_numbered_once"),
        )

    def __str__(self) -> str:
        return f"Copy {self.number}"


def next_meeting_of(referral_id: UUID) -> Meeting | None:
    """The planned meeting on whose agenda a case is."""
    return Meeting.objects.planned().filter(items__referral=referral_id).first()
