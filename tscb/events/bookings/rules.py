"""What may be done with a booking, each as a sentence that the person reads."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from tscb.events.models import EventState, LearningEvent

CANCELLED = "This event has been cancelled."
NO_PLACE = "All places have been taken, and this event has no waiting list."


def check_open(event: LearningEvent) -> None:
    """Raises ValidationError unless somebody may book now."""
    if event.is_open:
        return
    if event.is_cancelled:
        raise ValidationError(CANCELLED)
    if event.booking_opens_at and event.booking_opens_at > timezone.now():
        raise ValidationError("Booking has not opened yet.")
    raise ValidationError("Booking is closed.")


def check_confirmable(event: LearningEvent) -> None:
    """Whoever asked in time may confirm until it starts."""
    if event.is_cancelled:
        raise ValidationError(CANCELLED)
    if event.state != EventState.PUBLISHED or event.has_started:
        raise ValidationError("It has started already.")


def check_place(event: LearningEvent, has_room: bool) -> None:
    if not has_room and not event.has_waiting_list:
        raise ValidationError(NO_PLACE)
