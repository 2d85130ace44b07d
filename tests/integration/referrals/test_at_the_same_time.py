"""Double clicks and two tabs at the same instant, on real transactions."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client

from referrals.description.example import complete_answers
from referrals.description.pages import FIRST
from referrals.description.places import Place, own, places
from referrals.form.drafts import AlreadySent, save_page
from referrals.models import AuditEvent, DraftKey, Referral, Verb
from tests.factories.referrals import answer, filled_in, send, start, the_referral
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts):
    """Runs the acts in threads of their own; gives what each gave or raised."""

    def run(act):
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [running.result() for running in [threads.submit(run, act) for act in acts]]


def like(client: Client) -> Client:
    other = Client()
    other.cookies.update(client.cookies)
    return other


def test_double_click_on_start_gives_one_draft_and_one_cookie():
    key = uuid4()
    answers = together(*[lambda: start(Client(), key)] * 4)
    assert Referral.objects.count() == DraftKey.objects.count() == 1
    assert len({response.cookies["referral_draft"].value for response in answers}) == 1


def test_double_click_on_send_gives_one_referral_and_one_receipt():
    client = Client()
    filled_in(client)
    clients = [like(client) for _ in range(4)]
    responses = together(*[lambda c=c: send(c) for c in clients])
    reference = the_referral().reference
    assert all(reference in response.content.decode() for response in responses)
    assert OutgoingMail.objects.count() == 2  # and one request to the manager
    assert AuditEvent.objects.filter(verb=Verb.SUBMITTED).count() == 1


def test_two_tabs_saving_different_pages_at_once_keep_both():
    client = Client()
    start(client)
    every = list(places(complete_answers()))
    tabs = [like(client) for _ in every]
    together(*[lambda t=t, p=p: answer(t, p) for t, p in zip(tabs, every, strict=True)])
    answers = the_referral().answers
    assert all(place.page.questions[0].name in own(answers, place) for place in every)


def test_saving_waits_for_sending_and_then_changes_nothing():
    client = Client()
    filled_in(client)
    send(client)
    with pytest.raises(AlreadySent):
        save_page(
            referral_id=the_referral().pk, place=Place(FIRST), names=(), answers={}, unfinished={}
        )
