"""Somebody says that a number is still right: they have called it, or asked who answers it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tscb.board.models import ContactPoint
from tscb.common.publishing import history

CHANGED = "The number was changed after you opened the page: it is {} now. Call that one."
NOT_TOLD = "This number is told to nobody: there is nothing to confirm."


def check_confirmable(point: ContactPoint, number: str) -> None:
    """`number` is what the person had before them. Raises ValidationError with a sentence."""
    if not point.active:
        raise ValidationError(NOT_TOLD)
    if number != point.number:
        raise ValidationError(CHANGED.format(point.number))


def can_confirm(point: ContactPoint) -> bool:
    return point.active


@transaction.atomic
def confirm(*, point: ContactPoint, number: str, by: Any) -> ContactPoint:
    point = point.refresh_locked()
    check_confirmable(point, number)
    history.record(point, f"Confirmed: {number} was called or checked", by=by)
    return note_confirmed(point, by)


def note_confirmed(point: ContactPoint, by: Any) -> ContactPoint:
    point.confirmed_at, point.confirmed_by, point.reminded_at = timezone.now(), by, None
    point.save(update_fields=["confirmed_at", "confirmed_by", "reminded_at"])
    return point
