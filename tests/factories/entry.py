"""A coordinator who writes down what came by phone or post."""

from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from referrals.models import Referral
from tests.factories import make_person, sign_in
from tests.factories.referrals import Answer
from tscb.board.roles import Role

TWO_DAYS = timedelta(days=2)


def coordinator() -> Client:
    return sign_in(Client(), make_person(Role.COORDINATOR))


def came(at: datetime | None = None, **changed: str) -> dict[str, Any]:
    """What the coordinator says of how it came: by phone, two days ago."""
    at = timezone.localtime(at or timezone.now() - TWO_DAYS)
    return {
        "came_by": "phone",
        "day_day": at.day,
        "day_month": at.month,
        "day_year": at.year,
        "time": f"{at:%H:%M}",
        "taken_by": "Kim Sample",
        **changed,
    }


def begin(client: Client, **changed: Any) -> Answer:
    return client.post("/panel/entry/", came(**changed))


def begun(client: Client) -> Referral:
    begin(client)
    return Referral.objects.get()
