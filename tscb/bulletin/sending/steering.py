"""Holding an edition's letters back, letting them go on, and stopping those that have not gone.

The letter that is just being handed over still goes.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tscb.board.models import User
from tscb.bulletin.models import Delivery, DeliveryState, Edition, Sending
from tscb.common.publishing import history

# From what to what, and what the history says.
MOVES = {
    "pause": (Sending.GOES_ON, Sending.PAUSED, "Sending paused"),
    "go_on": (Sending.PAUSED, Sending.GOES_ON, "Sending goes on"),
    "stop": (Sending.PAUSED, Sending.STOPPED, "Sending stopped for good"),
}
REFUSALS = {
    "pause": "Only an edition that is being sent can be paused.",
    "go_on": "Only an edition that is paused can go on.",
    "stop": "Pause it first: stopping cannot be undone.",
}


def check_move(edition: Edition, move: str) -> None:
    """Raises ValidationError with a sentence when it stands otherwise, or nothing waits."""
    if not can_move(edition, move):
        raise ValidationError(REFUSALS[move])


def can_move(edition: Edition, move: str) -> bool:
    fits = edition.sending == MOVES[move][0]
    return fits and _waiting(edition).exists()


@transaction.atomic
def steer(*, edition: Edition, move: str, by: User) -> Edition:
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    check_move(edition, move)
    _, edition.sending, event = MOVES[move]
    edition.save(update_fields=["sending", "updated_at"])
    _follow(edition)
    history.record(edition, event, by=by)
    return edition


def _follow(edition: Edition) -> None:
    """The letters: what goes on is due from now on, as far as it was due before."""
    now = timezone.now()
    if edition.sending == Sending.STOPPED:
        _waiting(edition).update(state=DeliveryState.DROPPED)
    elif edition.sending == Sending.GOES_ON:
        _waiting(edition).filter(next_attempt_at__lt=now).update(next_attempt_at=now)


def _waiting(edition: Edition) -> QuerySet[Delivery]:
    return Delivery.objects.filter(edition=edition, state=DeliveryState.WAITING)
