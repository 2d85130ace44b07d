"""A learning event, and the one door through which the public reads it."""

from datetime import date, datetime
from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from briefings.models import Briefing
from reviews.models import CaseReview, Theme
from reviews.models.case_review import MARKUP
from reviews.search.words import CONFIG
from tscb.board.models import Agency
from tscb.common.content_version import bumps
from tscb.common.publishing.addresses import Addressed
from tscb.common.publishing.models import check_discreet_slug
from tscb.events.models.kind import EventKind


class EventState(models.TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    CANCELLED = "cancelled", "Cancelled"


PUBLIC = "{row}.state <> 'draft' AND NOT {row}.is_restricted"
# What a search looks in; the index has the same expression.
WORDS = SearchVector("title", "summary", "description", "audience", "place", config=CONFIG)
# What no form writes.
STANDING = (
    "state", "published_at", "cancelled_at", "changes", "is_full", "bookings_deleted_at",
)  # fmt: skip
SEEN = (EventState.PUBLISHED, EventState.CANCELLED)


class LearningEventQuerySet(models.QuerySet["LearningEvent"]):
    def published(self, at: Any = None) -> Self:
        """What the public may see, at any time: a restricted event is for those who were invited
        alone."""
        return self.filter(state__in=SEEN, is_restricted=False)

    def coming(self) -> Self:
        """Not over yet."""
        return self.filter(ends_at__gt=timezone.now())

    def past(self) -> Self:
        return self.filter(ends_at__lte=timezone.now())

    def soonest_first(self) -> Self:
        return self.order_by("starts_at", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-starts_at", "-pk")

    def for_lists(self) -> Self:
        """With what a list shows, and without the long texts."""
        return self.select_related("kind").only(
            "title", "slug", "summary", "state", "starts_at", "ends_at", "place", "is_online",
            "is_full", "has_waiting_list", "booking_opens_at", "booking_closes_at",
            "is_sample", "kind__name", "kind__slug",
        )  # fmt: skip


class LearningEvent(Addressed):
    """Draft, published, perhaps cancelled; past once it has ended. It holds no case data."""

    parts = ("sessions",)
    # Booking opens and closes, and an event begins and ends, without anybody writing anything.
    moments = dict.fromkeys(("starts_at", "ends_at", "booking_opens_at", "booking_closes_at"), "")

    kind = models.ForeignKey(EventKind, on_delete=models.PROTECT, related_name="events")
    title = models.CharField(max_length=200)
    slug = models.SlugField(
        "address",
        max_length=100,
        unique=True,
        validators=[check_discreet_slug],
        help_text="The last part of the web address. It never carries a child's letter or a date.",
    )
    summary = models.TextField(max_length=500, help_text="One or two sentences for lists.")
    description = models.TextField(max_length=10_000, blank=True, help_text=MARKUP)
    is_restricted = models.BooleanField(
        "invitation only",
        default=False,
        help_text="Only those whose work e-mail address you invite see it and can book. It stands "
        "in no list, calendar, feed or search.",
    )
    place = models.CharField(max_length=300, blank=True, help_text="Shown to the public.")
    is_online = models.BooleanField("online", default=False)
    online_link = models.URLField(
        max_length=500,
        blank=True,
        help_text="Shown only to people whose booking is confirmed, never to the public.",
    )
    audience = models.CharField(
        "for whom",
        max_length=300,
        blank=True,
        help_text="Roles, for example “health visitors and their managers”.",
    )
    agencies = models.ManyToManyField(Agency, blank=True, related_name="learning_events")
    themes = models.ManyToManyField(Theme, blank=True, related_name="learning_events")
    reviews = models.ManyToManyField(
        CaseReview, blank=True, related_name="learning_events", verbose_name="case reviews"
    )
    briefings = models.ManyToManyField(
        Briefing, blank=True, related_name="learning_events", verbose_name="7 minute briefings"
    )
    places = models.PositiveIntegerField(
        default=30,
        validators=[MinValueValidator(1)],
        help_text="If you make it fewer than are booked, everybody who is booked stays.",
    )
    has_waiting_list = models.BooleanField("waiting list", default=True)
    booking_opens_at = models.DateTimeField(
        "booking opens", null=True, blank=True, help_text="Empty: when it is published."
    )
    booking_closes_at = models.DateTimeField(
        "booking closes", null=True, blank=True, help_text="Empty: when the event starts."
    )
    asks_access_needs = models.BooleanField(
        "ask for access and dietary needs",
        default=False,
        help_text="Answering is optional. What was answered is deleted when the event has ended.",
    )
    contact = models.CharField(
        "whom to ask",
        max_length=200,
        blank=True,
        help_text="A team’s mailbox or telephone number. Empty: the board’s public address.",
    )
    # Derived: from the sessions, and from the bookings.
    starts_at = models.DateTimeField(null=True, editable=False)
    ends_at = models.DateTimeField(null=True, editable=False)
    is_full = models.BooleanField(default=False, editable=False)
    state = models.CharField(
        max_length=10, choices=EventState, default=EventState.DRAFT, editable=False
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)
    changes = models.PositiveIntegerField(default=0, editable=False)  # of time or place
    bookings_deleted_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_sample = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = LearningEventQuerySet.as_manager()

    class Meta:
        verbose_name = "learning event"
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="events_event_public_has_times",
                condition=Q(state="draft")
                | Q(published_at__isnull=False, starts_at__isnull=False, ends_at__isnull=False),
            ),
            models.CheckConstraint(
                name="events_event_cancelled_has_time",
                condition=Q(state="cancelled", cancelled_at__isnull=False)
                | (~Q(state="cancelled") & Q(cancelled_at__isnull=True)),
            ),
        ]
        indexes = [
            models.Index(F("starts_at"), F("id"), name="events_event_soonest"),
            models.Index(fields=["ends_at"], name="events_event_ends"),
            models.Index(fields=["booking_opens_at"], name="events_event_opens"),
            models.Index(fields=["booking_closes_at"], name="events_event_closes"),
            GinIndex(WORDS, name="events_event_words"),
        ]
        triggers = bumps(only=PUBLIC)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("events:detail", args=[self.slug])

    @property
    def in_brief(self) -> str:
        """For feeds and search engines."""
        return self.summary

    @property
    def is_cancelled(self) -> bool:
        return self.state == EventState.CANCELLED

    @property
    def is_past(self) -> bool:
        return bool(self.ends_at and self.ends_at <= timezone.now())

    @property
    def has_started(self) -> bool:
        return bool(self.starts_at and self.starts_at <= timezone.now())

    @property
    def is_open(self) -> bool:
        """Whether anybody may book now, a place or the waiting list."""
        if self.state != EventState.PUBLISHED or not self.starts_at:
            return False
        now = timezone.now()
        opened = self.booking_opens_at is None or self.booking_opens_at <= now
        return opened and now < self.booking_ends_at

    @property
    def has_closed(self) -> bool:
        return bool(self.starts_at) and self.booking_ends_at <= timezone.now()

    @property
    def booking_ends_at(self) -> datetime:
        """When the last can book: never later than it starts."""
        ends = [moment for moment in (self.booking_closes_at, self.starts_at) if moment]
        return min(ends)

    @property
    def month(self) -> date:
        """The first day of the month in which it starts, for lists."""
        return timezone.localtime(self.starts_at).date().replace(day=1)

    @property
    def where(self) -> str:
        """For the public: an online event's link is not said."""
        if self.is_online:
            return f"{self.place}, and online" if self.place else "Online"
        return self.place

    @property
    def name_in_mails(self) -> str:
        """A restricted event's own title stands behind a link alone."""
        return self.kind.name if self.is_restricted else self.title

    @property
    def state_in_words(self) -> str:
        """For staff."""
        if self.state == EventState.PUBLISHED and self.is_past:
            return "Past"
        return self.get_state_display()

    def note_completeness(self) -> None:
        """Its start and end follow from its sessions; to be called when those were written."""
        times = self.sessions.aggregate(starts=models.Min("starts_at"), ends=models.Max("ends_at"))
        self.starts_at, self.ends_at = times["starts"], times["ends"]
        self.save(update_fields=["starts_at", "ends_at"])

    def keep_standing(self) -> None:
        """Locks the row, and takes over what acts and bookings made of it since it was read: a
        form that was opened before does not undo it."""
        now = self.refresh_locked()
        for name in STANDING:
            setattr(self, name, getattr(now, name))

    def refresh_locked(self) -> Any:
        """This row again, locked until the transaction ends."""
        return type(self).objects.select_for_update().get(pk=self.pk)
