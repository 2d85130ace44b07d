"""What tests of agencies' summaries share: a request, its mails, and an agency that answers."""

import re
from datetime import date
from typing import Any

from django.test import Client

from referrals.description.elements import Rows
from referrals.description.places import Place
from referrals.description.summary_pages import SECTIONS
from referrals.models import Referral, Summary
from referrals.summaries.asking import Asked, Matter, ask
from tests.factories.people import make_person
from tests.factories.referrals import posted, received
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

HEALTH = Asked("Sampleshire Health", "named.nurse@health.example.org", "0161 496 0003")
SCHOOL = Asked("Sample School", "head@school.example.org")
ROBIN = [("Name", "Robin Sample"), ("Date of birth", "3 May 2016")]
MATTER = Matter([ROBIN], date(2024, 1, 1), None, "Was a visit missed?")


def coordinator() -> Any:
    return make_person(Role.COORDINATOR)


def asked(*agencies: Asked, referral: Referral | None = None, **more: Any) -> list[Summary]:
    told: dict[str, Any] = {"matter": MATTER, "working_days": 10} | more
    told.setdefault("by", coordinator())
    return ask(referral_id=(referral or received()).pk, agencies=agencies or (HEALTH,), **told)


def mails_to(mailbox: str) -> list[OutgoingMail]:
    return [mail for mail in OutgoingMail.objects.order_by("-pk") if mail.to == mailbox]


def token_for(mailbox: str = HEALTH.email) -> str:
    """Of the newest link that this mailbox has got."""
    found = (re.search(r"/summary/([^/]+)/", mail.body) for mail in mails_to(mailbox))
    return next(match[1] for match in found if match)


def code_for(mailbox: str = HEALTH.email) -> str:
    found = re.search(r"\b\d{6}\b", mails_to(mailbox)[0].body)
    assert found
    return found[0]


def prove(client: Client, token: str, mailbox: str = HEALTH.email) -> Any:
    """Has a code sent and types it in."""
    client.post(f"/summary/{token}/")
    return client.post(f"/summary/{token}/code/", {"code": code_for(mailbox)})


def opened(client: Client, **more: Any) -> str:
    """An agency was asked, and this browser has proved that it is the agency; gives the token."""
    asked(**more)
    token = token_for()
    prove(client, token)
    return token


def examples(place: Place) -> dict[str, Any]:
    """The questions of one page with their examples, and “yes” where something is to be chosen."""
    return {one.name: one.example or "yes" for one in place.page.questions if one.missing}


def fill_in(client: Client, token: str) -> None:
    """Every page that has to be, as a browser would send it."""
    for section in SECTIONS:
        if not isinstance(section, Rows):
            answers = examples(Place(section))
            client.post(f"/summary/{token}/pages/{section.key}/", posted(section, answers))


def send(client: Client, token: str) -> Any:
    return client.post(f"/summary/{token}/check/", {"summary_declaration": "yes"}, follow=True)


def the_summary() -> Summary:
    """The only one there is."""
    return Summary.objects.get()
