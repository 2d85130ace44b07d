"""Cases whose time is over, and who disposes of them."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import DateTimeField, F
from django.utils import timezone

from referrals.keeping.destroying import past_triggers
from referrals.keeping.inventory import tables
from referrals.keeping.setting_up import set_up_retention
from referrals.models import Case, Outcome, Referral, Status, open_case
from tests.factories.referrals import received

YEARS = timedelta(days=366)


def closed(outcome: Outcome = Outcome.NONE, years_ago: int = 11, **changed: Any) -> Referral:
    """A case that came, was decided and closed so long ago; nothing was written about it since."""
    set_up_retention()
    referral = received(**changed)
    open_case(referral_id=referral.pk, agency_named="")
    Case.objects.filter(pk=referral.pk).update(outcome=outcome, closed_at=timezone.now())
    Referral.objects.filter(pk=referral.pk).update(status=Status.CLOSED)
    aged(referral, years_ago)
    return Referral.objects.get(pk=referral.pk)


def aged(referral: Referral, years: int) -> None:
    """Every moment that is kept of the case, so many years earlier."""
    with past_triggers():
        for table in tables():
            fields = table.model._meta.concrete_fields
            moments = [one.name for one in fields if isinstance(one, DateTimeField)]
            earlier = {name: F(name) - years * YEARS for name in moments}
            if earlier:
                table.rows(referral.pk).order_by().update(**earlier)


def closed_at(referral: Referral, moment: datetime) -> Referral:
    Case.objects.filter(pk=referral.pk).update(closed_at=moment)
    return Referral.objects.get(pk=referral.pk)
