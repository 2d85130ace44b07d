"""A change of a number waits for a second person, who has called it; until then the one that stands
is told. The machinery is that of every proposal (tscb.common.publishing.proposals)."""

from typing import Any

from django.db import transaction

from tscb.board.models import ContactPoint
from tscb.board.numbers.confirming import note_confirmed
from tscb.board.numbers.telling import tell_of_change
from tscb.common.publishing import proposals
from tscb.common.publishing.history import HistoryEntry


@transaction.atomic
def propose(*, item: ContactPoint, by: Any, **change: Any) -> None:
    """Colleagues are told once for each version that waits."""
    proposals.propose(item=item, by=by, **change)
    _tell(item, by)


@transaction.atomic
def restore(*, item: ContactPoint, version: HistoryEntry, by: Any) -> None:
    proposals.restore(item=item, version=version, by=by)
    _tell(item, by)


@transaction.atomic
def accept(*, item: ContactPoint, by: Any) -> ContactPoint:
    """Who checks the change has called the number, so it counts as confirmed."""
    return note_confirmed(proposals.accept(item=item, by=by), by)


def _tell(item: ContactPoint, by: Any) -> None:
    now = ContactPoint.objects.get(pk=item.pk)
    if now.proposed_id and now.proposed_id != item.proposed_id:
        tell_of_change(now, by)
