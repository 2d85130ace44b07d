"""What tests of the manager's agreement share: a request, its mails, and a manager who opens it."""

import re
from datetime import datetime
from typing import Any

from django.test import Client
from django.utils import timezone

from referrals.agreement.asking import ask
from referrals.agreement.people import Person
from referrals.models import REFERRER, Agreement, AgreementLink, Referral, Route
from tests.factories.referrals import received
from tscb.common.models import OutgoingMail

MORGAN = Person("Morgan Sample", "Named nurse for safeguarding", "morgan.sample@example.org")
ALEX = Person("Alex Sample", "Deputy head", "alex.sample@example.org")


def request_of(referral: Referral, person: Person = MORGAN, **more: Any) -> Agreement:
    told: dict[str, Any] = {"route": Route.MANAGER, "by": REFERRER} | more
    return ask(referral_id=referral.pk, person=person, **told)


def asked(referral: Referral | None = None, person: Person = MORGAN) -> str:
    """Somebody was asked; gives the token that stands in their mail."""
    request_of(referral or received(), person)
    return newest_token()


def newest_mail() -> OutgoingMail:
    mail = OutgoingMail.objects.order_by("-pk").first()
    assert mail
    return mail


def newest_token() -> str:
    found = re.search(r"/agreement/([^/]+)/", newest_mail().body)
    assert found
    return found[1]


def newest_code() -> str:
    found = re.search(r"\b\d{6}\b", newest_mail().body)
    assert found
    return found[0]


def prove(client: Client, token: str) -> Any:
    """Has a code sent and types it in."""
    client.post(f"/agreement/{token}/")
    return client.post(f"/agreement/{token}/code/", {"code": newest_code()})


def answer(client: Client, token: str, **typed: str) -> Any:
    return client.post(f"/agreement/{token}/answer/", typed or {"answer": "agreed"}, follow=True)


def the_agreement() -> Agreement:
    """The only one there is."""
    return Agreement.objects.get()


def the_link() -> AgreementLink:
    return AgreementLink.objects.get()


def at_work(day: str, hour: int = 10) -> datetime:
    """A moment of a day in local time."""
    return timezone.make_aware(datetime.fromisoformat(f"{day}T{hour:02}:00"))


def asked_on(day: str) -> Agreement:
    """A request of that day."""
    row = request_of(received())
    Agreement.objects.filter(pk=row.pk).update(asked_at=at_work(day))
    return row
