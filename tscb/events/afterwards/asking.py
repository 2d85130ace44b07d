"""Some weeks after an event, those who came are asked once what changed."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from tscb.common.one_by_one import each
from tscb.events.bookings import mails
from tscb.events.models import Attendance, Booking, EventState, Feedback, FeedbackLink

NOT_LATER = timedelta(weeks=6)  # after that nobody remembers well enough


def ask_what_changed() -> None:
    now = timezone.now()
    came = Booking.objects.filter(
        attendance=Attendance.CAME,
        participant__isnull=False,
        feedback_asked_at=None,
        event__state=EventState.PUBLISHED,
        event__ends_at__lte=now,
        event__kind__feedback_weeks__gt=0,
    )
    ended_by_now: Any = came.values_list("pk", "event__ends_at", "event__kind__feedback_weeks")
    due = [
        pk
        for pk, ended, weeks in ended_by_now
        if timedelta(0) <= now - ended - timedelta(weeks=weeks) < NOT_LATER
    ]
    each(due, _ask, what="questions after events")


@transaction.atomic
def _ask(pk: int) -> None:
    """The link that is mailed is kept without a word about whom it went to."""
    rows = Booking.objects.filter(pk=pk, feedback_asked_at=None)
    rows = rows.select_related("participant", "event__kind")
    booking = rows.select_for_update(skip_locked=True, of=("self",)).first()
    if booking is None or booking.participant is None:
        return
    booking.feedback_asked_at = timezone.now()
    booking.save(update_fields=["feedback_asked_at"])
    token = FeedbackLink.objects.make(event=booking.event)
    link = settings.SITE_ADDRESS + reverse("events:feedback", args=[token])
    mails.write(booking.participant, booking.event, mails.FEEDBACK, link)


@transaction.atomic
def keep(*, link: FeedbackLink, told: dict[str, str]) -> bool:
    """One answer a link; whether it was the first."""
    gone, _ = FeedbackLink.objects.filter(pk=link.pk).delete()
    if gone:
        Feedback.objects.create(event_id=link.event_id, **told)
    return bool(gone)
