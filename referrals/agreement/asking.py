"""Asking for agreement, or keeping what is said of it: each a new row, never written over.

Every action locks the referral first, so that of two at once the second sees what the first did.
"""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.agreement.mails import queue_request
from referrals.agreement.people import Person, check_somebody_else
from referrals.agreement.rows import added, check_can_ask, locked
from referrals.description.conditions import Answers
from referrals.models import (
    REFERRER,
    Actor,
    Agreement,
    AgreementLink,
    AgreementState,
    Referral,
    Route,
)
from referrals.models.agreement_state import ATTESTED_ROUTES


@transaction.atomic
def begin(*, referral_id: UUID, by: Actor = REFERRER) -> Agreement | None:
    """What the form says of the manager becomes the first row, while the referral is sent.

    Who phoned or wrote may not have said it: then nobody is asked, and the panel sees so.
    """
    answers = Referral.objects.select_for_update().get(pk=referral_id).answers
    if not is_said(answers):
        return None
    route = Route(answers["agreement_route"])
    person, why = person_named(answers, route), answers.get(f"{route}_why", "")
    if route not in ATTESTED_ROUTES:
        return ask(referral_id=referral_id, route=route, person=person, why=why, by=by)
    on = date.fromisoformat(answers[f"{route}_on"])
    return attest(referral_id=referral_id, route=route, person=person, why=why, said_on=on, by=by)


def person_named(answers: Answers, route: Route) -> Person:
    return Person(*(answers.get(f"{route}_{part}", "") for part in ("name", "role", "email")))


def is_said(answers: Answers) -> bool:
    route = answers.get("agreement_route")
    needed = ("on", "why") if route in ATTESTED_ROUTES else ("name", "email")
    return bool(route) and all(answers.get(f"{route}_{part}") for part in needed)


@transaction.atomic
def ask(
    *,
    referral_id: UUID,
    route: Route,
    person: Person,
    by: Actor,
    why: str = "",
) -> Agreement:
    """Sends a request by mail; one that still waits is replaced by it."""
    referral, newest = locked(referral_id)
    check_can_ask(referral, newest)
    check_somebody_else(person, referral)
    row = added(referral, newest, AgreementState.ASKED, route, by, person=person.kept(), why=why)
    queue_request(row, AgreementLink.objects.make(agreement=row))
    return row


@transaction.atomic
def attest(
    *, referral_id: UUID, route: Route, person: Person, why: str, said_on: date, by: Actor
) -> Agreement:
    """Keeps what the referrer says where nobody is asked by mail. It is not an agreement."""
    referral, newest = locked(referral_id)
    check_can_ask(referral, newest)
    told = {"person": person.kept(), "why": why, "said_on": said_on}
    return added(referral, newest, AgreementState.ATTESTED, route, by, **told)


@transaction.atomic
def enter_answer(
    *,
    referral_id: UUID,
    route: Route,
    person: Person,
    answer: AgreementState,
    words: str,
    said_on: date,
    by: Actor,
) -> Agreement:
    """Keeps an answer that the board got by phone or post."""
    referral, newest = locked(referral_id)
    check_can_ask(referral, newest)
    check_somebody_else(person, referral)
    told = {"person": person.kept(), "words": words, "said_on": said_on}
    return added(referral, newest, answer, route, by, **told, answered_at=timezone.now())
