"""Asking for agreement: by mail, by what the referrer says, by what the board heard."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from referrals.agreement import asking
from referrals.agreement.people import Person, SamePerson
from referrals.agreement.rows import NotAwaited
from referrals.models import (
    REFERRER,
    Agreement,
    AgreementState,
    AuditEvent,
    Referral,
    Route,
    Status,
    Verb,
    staff,
)
from tests.factories import make_person
from tests.factories.agreement import ALEX, MORGAN, asked, request_of, the_agreement
from tests.factories.referrals import received
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 6)


def begun(**changed) -> Agreement:
    agreement = asking.begin(referral_id=received(**changed).pk)
    assert agreement
    return agreement


def test_manager_named_in_the_form_is_asked():
    row = begun()
    assert (row.route, row.state, row.person) == (Route.MANAGER, "asked", MORGAN.kept())
    assert OutgoingMail.objects.get().to == MORGAN.email


def test_deputy_is_asked_in_the_manager_s_place_and_the_reason_is_kept():
    row = begun(agreement_route="deputy")
    assert (row.route, row.person) == (Route.DEPUTY, ALEX.kept())
    assert row.why == "On leave until the end of the month"
    assert OutgoingMail.objects.get().to == ALEX.email


def test_word_of_mouth_is_kept_as_what_the_referrer_says_and_nobody_is_written_to():
    row = begun(agreement_route="spoken")
    assert (row.route, row.state, row.said_on) == (Route.SPOKEN, "attested", DAY)
    assert row.person["name"] == MORGAN.name
    assert row.why == "Away without access to email"
    assert not row.is_given
    assert not OutgoingMail.objects.exists()


def test_nobody_reached_is_kept_with_the_reason():
    row = begun(agreement_route="unreached")
    assert (row.route, row.state, row.said_on) == (Route.UNREACHED, "attested", DAY)
    assert row.why.startswith("My manager and the deputy")
    assert row.person["name"] == ""


def test_what_staff_wrote_down_carries_who_entered_it():
    coordinator = make_person(Role.COORDINATOR)
    for way in ("manager", "unreached"):
        referral = received(agreement_route=way)
        row = asking.begin(referral_id=referral.pk, by=staff(coordinator))
        assert (row.entered_by, row.entered_by_role) == (coordinator, Role.COORDINATOR)


def test_wording_and_its_version_are_kept_as_they_were():
    asked()
    row = the_agreement()
    assert (row.words, row.why) == ("", "")
    assert row.wording.startswith("I have read who refers this case")
    assert "Serious and Significant Case Panel" in row.wording
    assert row.wording_version == "1"
    assert (row.entered_by, row.entered_by_role) == (None, REFERRER.role)


def the_row() -> Agreement:
    asked()
    return the_agreement()


def test_later_request_replaces_the_one_that_waits():
    first = the_row()
    second = request_of(first.referral, ALEX, route=Route.DEPUTY)
    first.refresh_from_db()
    assert (first.state, second.state) == ("replaced", "asked")
    assert (first.number, second.number) == (1, 2)
    verbs = AuditEvent.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == [Verb.AGREEMENT_ASKED, Verb.AGREEMENT_REPLACED, Verb.AGREEMENT_ASKED]


@pytest.mark.parametrize("state", ["declined", "attested"])
def test_refusal_and_attestation_stay_as_they_are_when_somebody_else_is_asked(state):
    row = the_row()
    answered = row.asked_at if state == "declined" else None
    Agreement.objects.filter(pk=row.pk).update(state=state, answered_at=answered)
    request_of(row.referral, ALEX)
    row.refresh_from_db()
    assert row.state == state


@pytest.mark.parametrize("state", [AgreementState.AGREED, AgreementState.AGREED_WITH_COMMENT])
def test_nobody_is_asked_once_agreement_was_given(state):
    row = the_row()
    Agreement.objects.filter(pk=row.pk).update(state=state, answered_at=row.asked_at)
    with pytest.raises(NotAwaited, match="has been given"):
        request_of(row.referral, ALEX)
    assert Agreement.objects.count() == 1


@pytest.mark.parametrize("status", [Status.WITHDRAWN, Status.DECIDED])
def test_nobody_is_asked_once_the_referral_has_ended(status):
    referral = received()
    Referral.objects.filter(pk=referral.pk).update(status=status)
    with pytest.raises(NotAwaited, match="withdrawn or decided"):
        request_of(referral)


@pytest.mark.parametrize(
    "address",
    ["sam.sample@example.org", "SAM.Sample@Example.org", "sam.sample+manager@example.org"],
)
def test_nobody_agrees_to_their_own_referral(address):
    with pytest.raises(SamePerson):
        request_of(received(), Person("Sam", "Boss", address))
    assert not Agreement.objects.exists()


def entered(referral: Referral, **changed) -> Agreement:
    told: dict[str, Any] = {
        "route": Route.PHONE,
        "person": Person("Morgan Sample", "Named nurse"),
        "answer": AgreementState.AGREED,
        "words": "",
        "said_on": DAY,
        "by": staff(make_person(Role.COORDINATOR)),
    }
    return asking.enter_answer(referral_id=referral.pk, **(told | changed))


def test_answer_by_phone_is_kept_with_who_entered_it_and_replaces_what_waits():
    first = the_row()
    row = entered(first.referral)
    first.refresh_from_db()
    assert first.state == "replaced"
    assert row.is_given
    assert row.entered_by.role_names == {Role.COORDINATOR}
    assert row.entered_by_role == Role.COORDINATOR
    assert row.said_on == DAY
    assert row.wording.startswith("I have read who refers this case")


def test_refusal_by_post_keeps_its_reason():
    row = entered(received(), route=Route.POST, answer=AgreementState.DECLINED, words="Too early")
    assert (row.state, row.words) == ("declined", "Too early")
    assert AuditEvent.objects.filter(verb=Verb.DECLINED).count() == 1


def test_database_itself_lets_one_request_wait_for_a_referral():
    row = the_row()
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.create(referral=row.referral, number=2, state="asked", route="manager")


def test_rows_are_named_without_anybody_in_them():
    row = the_row()
    assert str(row) == f"Agreement 1 to {row.referral.reference}"
