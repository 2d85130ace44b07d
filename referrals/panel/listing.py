"""Which referrals the list shows: those still open, those decided, those withdrawn."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Max, Q, TextChoices
from django.db.models.functions import Greatest
from django.utils import timezone

from referrals.agreement.standing import Standing, standings
from referrals.description.reading import agency
from referrals.models import Referral, Status
from referrals.models.referral import Referrals
from referrals.panel.waiting import working_days_since


class Shelf(TextChoices):
    OPEN = "open", "Open"
    DECIDED = "decided", "Decided"
    WITHDRAWN = "withdrawn", "Withdrawn"


STATUSES = {
    Shelf.OPEN: (Status.RECEIVED, Status.WITH_PANEL),
    Shelf.DECIDED: (Status.DECIDED,),
    Shelf.WITHDRAWN: (Status.WITHDRAWN,),
}


@dataclass(frozen=True)
class Tab:
    shelf: Shelf
    count: int
    is_current: bool


@dataclass(frozen=True)
class Line:
    """What the list tells of a referral: nothing of a child."""

    referral: Referral
    agency: str
    working_days: int
    agreement: Standing


def shelf_named(name: str) -> Shelf:
    return Shelf(name) if name in Shelf.values else Shelf.OPEN


def on_shelf(referrals: Referrals, shelf: Shelf) -> Referrals:
    """Newest first, with when something was last added. No reason or addition is decrypted."""
    kept = referrals.filter(status__in=STATUSES[shelf])
    kept = kept.select_related("panel_dates", "withdrawal").defer("withdrawal__reason")
    sent_later = Q(files__added_at__gt=F("submitted_at"))
    last_file = Max("files__added_at", filter=sent_later)
    kept = kept.annotate(last_added_at=Greatest(Max("additions__added_at"), last_file))
    return kept.order_by("-submitted_at", "pk")


def tabs(referrals: Referrals, current: Shelf) -> list[Tab]:
    """Every shelf with how much is on it, counted in one query."""
    sums = {shelf.value: Count("pk", Q(status__in=STATUSES[shelf])) for shelf in Shelf}
    counts = referrals.order_by().aggregate(**sums)
    return [Tab(shelf, counts[shelf.value], shelf == current) for shelf in Shelf]


def lines(referrals: Iterable[Referral]) -> list[Line]:
    """With one query more for all of them together."""
    listed = list(referrals)
    agreements = standings(listed)
    return [line(referral, agreements[referral.pk]) for referral in listed]


def line(referral: Referral, agreement: Standing) -> Line:
    received = timezone.localdate(referral.submitted_at)
    waited = working_days_since(received, timezone.localdate())
    return Line(referral, agency(referral.answers), waited, agreement)
