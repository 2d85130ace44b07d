"""Two clicks, two people and two workers at the same instant, on real transactions."""

import pytest
from django.test import Client

from referrals.agreement import reminding
from referrals.models import Agreement, AgreementState, AuditEvent, Verb
from referrals.models.status import WrongState
from tests.factories.agreement import (
    ALEX,
    answer,
    asked,
    asked_on,
    at_work,
    newest_code,
    prove,
    request_of,
    the_agreement,
)
from tests.integration.referrals.test_at_the_same_time import like, together
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_clicks_on_the_answer_give_one_answer_and_one_mail():
    client, token = Client(), asked()
    prove(client, token)
    clients = [like(client) for _ in range(4)]
    responses = together(*[lambda c=c: answer(c, token) for c in clients])
    assert all(b"Thank you" in response.content for response in responses)
    assert AuditEvent.objects.filter(verb=Verb.AGREED).count() == 1
    assert OutgoingMail.objects.filter(subject__startswith="An answer").count() == 1


def test_two_clicks_with_the_right_code_open_the_same_session():
    client, token = Client(), asked()
    client.post(f"/agreement/{token}/")
    code = {"code": newest_code()}
    clients = [like(client) for _ in range(2)]
    together(*[lambda c=c: c.post(f"/agreement/{token}/code/", code) for c in clients])
    assert len({c.cookies["mailbox_proved"].value for c in clients}) == 1
    assert all(c.get(f"/agreement/{token}/answer/").status_code == 200 for c in clients)


def test_answer_and_another_request_at_once_leave_one_of_both():
    client, token = Client(), asked()
    prove(client, token)
    referral = the_agreement().referral

    def ask_another():
        try:
            request_of(referral, ALEX)
        except WrongState:
            return "refused"

    together(lambda: answer(client, token), ask_another)
    states = set(Agreement.objects.values_list("state", flat=True))
    assert states in ({AgreementState.AGREED}, {AgreementState.REPLACED, AgreementState.ASKED})


def test_two_requests_at_once_leave_one_that_waits():
    asked()
    referral = the_agreement().referral
    together(*[lambda: request_of(referral, ALEX)] * 3)
    assert Agreement.objects.waiting().count() == 1
    assert sorted(Agreement.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_two_workers_remind_once():
    asked_on("2026-01-16")
    together(*[lambda: reminding.remind(at_work("2026-01-19"))] * 4)
    assert OutgoingMail.objects.filter(subject__startswith="Reminder").count() == 1
