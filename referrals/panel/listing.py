"""Which referrals the list shows: those still open, those decided, those withdrawn."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.db.models import BinaryField, Count, F, Max, Q, TextChoices
from django.db.models.functions import Cast, Greatest
from django.utils import timezone

from referrals.agreement.standing import Standing, standings
from referrals.description.reading import agency
from referrals.models import Referral, Status
from referrals.models.referral import Referrals
from referrals.models.status import OPEN
from referrals.panel.waiting import working_days_since
from tscb.common.encryption import decrypt


class Shelf(TextChoices):
    OPEN = "open", "Open"
    DECIDED = "decided", "Decided"
    WITHDRAWN = "withdrawn", "Withdrawn"


# What a list must not need a key for.
SEALED = ("answers", "unfinished", "return_email", "withdrawal__reason")
NO_KEY = "No key opens this referral: tell whoever runs the site"
STATUSES = {
    Shelf.OPEN: tuple(OPEN),
    Shelf.DECIDED: (Status.DECIDED, Status.CLOSED),
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
    """Newest first, with when something was last added. Nothing is decrypted yet."""
    kept = referrals.filter(status__in=STATUSES[shelf])
    kept = kept.select_related("panel_dates", "withdrawal").defer(*SEALED)
    sent_later = Q(files__added_at__gt=F("submitted_at"))
    last_file = Max("files__added_at", filter=sent_later)
    kept = kept.annotate(last_added_at=Greatest(Max("additions__added_at"), last_file))
    return kept.order_by("-submitted_at", "pk")


def tabs(referrals: Referrals, current: Shelf) -> list[Tab]:
    """Every shelf with how much is on it, counted in one query."""
    sums = {shelf.value: Count("pk", Q(status__in=STATUSES[shelf])) for shelf in Shelf}
    counts = referrals.order_by().aggregate(**sums)
    return [Tab(shelf, counts[shelf.value], shelf == current) for shelf in Shelf]


def lines(listed: Iterable[Referral], visible: Referrals) -> list[Line]:
    """With two queries more for all of them together. `visible`: the door they came through."""
    listed = list(listed)
    agreements, agencies = standings(listed), agencies_of(listed, visible)
    return [line(one, agencies.get(one.pk, ""), agreements[one.pk]) for one in listed]


def line(referral: Referral, agency_named: str, agreement: Standing) -> Line:
    received = timezone.localdate(referral.submitted_at)
    waited = working_days_since(received, timezone.localdate())
    return Line(referral, agency_named, waited, agreement)


def agencies_of(listed: Iterable[Referral], visible: Referrals) -> dict[UUID, str]:
    """Read as it stands in the database: what no key opens takes no other off the list."""
    rows = visible.filter(pk__in=[one.pk for one in listed]).order_by()
    sealed = rows.values_list("pk", Cast(F("answers"), BinaryField()))
    return {pk: agency_in(bytes(answers)) for pk, answers in sealed}


def agency_in(sealed: bytes) -> str:
    try:
        return agency(json.loads(decrypt(sealed)))
    except InvalidToken:
        return NO_KEY
