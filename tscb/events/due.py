"""What falls due for events by time alone: reminders, and places of holds that ended."""

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from tscb.common.one_by_one import each
from tscb.events.bookings import mails, places
from tscb.events.models import Booking, EventState, LearningEvent
from tscb.events.models.booking import REMINDED

NOT_AT_ONCE = timedelta(hours=12)  # who has just booked knows
# Which column says that it was sent, and from when it is too late.
REMINDERS = (
    ("reminded_week_at", timedelta(days=2), mails.IN_A_WEEK),
    ("reminded_day_at", timedelta(0), mails.TOMORROW),
)


def give_free_places() -> None:
    waiting = Booking.objects.in_line().filter(event=OuterRef("pk")).order_by()
    running = LearningEvent.objects.filter(state=EventState.PUBLISHED, starts_at__gt=timezone.now())
    found = running.filter(Q(is_full=True) | Exists(waiting))
    each(
        list(found.values_list("pk", flat=True)), places.look_again, what="events with free places"
    )


def remind() -> None:
    now = timezone.now()
    for column, too_late, notice in REMINDERS:
        due = Booking.objects.booked().filter(
            **{f"{column}__isnull": True},
            participant__isnull=False,
            asked_at__lt=now - NOT_AT_ONCE,
            event__state=EventState.PUBLISHED,
            event__starts_at__gt=now + too_late,
            event__starts_at__lte=now + REMINDED[column],
        )
        send = partial(_remind_of, column=column, notice=notice, now=now)
        each(list(due.values_list("pk", flat=True)), send, what="reminders")


@transaction.atomic
def _remind_of(pk: int, *, column: str, notice: mails.Notice, now: datetime) -> None:
    """Safe to run twice at once: a row that another process holds is left to it."""
    rows = Booking.objects.booked().filter(pk=pk, **{f"{column}__isnull": True})
    rows = rows.filter(event__state=EventState.PUBLISHED)
    rows = rows.select_related("participant", "event__kind")
    booking = rows.select_for_update(skip_locked=True, of=("self",)).first()
    if booking is None:
        return
    setattr(booking, column, now)
    booking.save(update_fields=[column])
    mails.send(booking, notice)
