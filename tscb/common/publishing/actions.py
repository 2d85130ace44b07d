"""Publishing and withdrawing. Nothing else changes the status of a published thing."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tscb.common.publishing.models import Publishable, Status


def check_publishable(item: Publishable) -> None:
    """Raises ValidationError with one sentence for each thing that stands in the way."""
    if item.status == Status.PUBLISHED and item.is_public:
        raise ValidationError("It is published already.")
    problems = item.problems_before_publishing()
    if problems:
        raise ValidationError(problems)


def check_withdrawable(item: Publishable) -> None:
    if item.status != Status.PUBLISHED:
        raise ValidationError("Only what is published or scheduled can be withdrawn.")


def can_withdraw(item: Publishable) -> bool:
    try:
        check_withdrawable(item)
    except ValidationError:
        return False
    return True


@transaction.atomic
def publish(*, item: Publishable, at: datetime | None = None) -> Publishable:
    """Makes the item public now, or from a time to come; coming back, it keeps its first date."""
    item = item.refresh_locked()
    check_publishable(item)
    item.published_at = at or _date_to_keep(item) or timezone.now()
    item.status, item.withdrawn_at = Status.PUBLISHED, None
    item.save()
    return item


def _date_to_keep(item: Publishable) -> datetime | None:
    """A withdrawn item that comes back keeps the date on which it first came out; one that was
    withdrawn before its time came never did."""
    came_out = item.status == Status.WITHDRAWN and item.has_come_out
    return item.published_at if came_out else None


@transaction.atomic
def withdraw(*, item: Publishable) -> Publishable:
    """Takes the item off the public site at once; nothing of it is deleted."""
    item = item.refresh_locked()
    check_withdrawable(item)
    item.status, item.withdrawn_at = Status.WITHDRAWN, timezone.now()
    item.save()
    return item
