"""Double clicks and two tabs at the same instant, on real transactions."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from referrals.deciding import recommending
from referrals.description.pages import FIRST
from referrals.description.places import Place, own
from referrals.form.drafts import AlreadySent, save_page
from referrals.models import AuditEvent, DraftKey, Referral, Verb
from referrals.models.status import WrongState
from referrals.reminders import remind
from reviews import facts
from tests.factories import make_person
from tests.factories.deciding import whole
from tests.factories.meetings import before_panel
from tests.factories.outbox import link_in, mails_to
from tests.factories.referrals import (
    CHILD,
    HAPPENED,
    WHY,
    YOU,
    answer,
    filled_in,
    send,
    sent,
    start,
    the_referral,
)
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

ME, ANSWERED = "pat@school.example", "sam.sample@example.org"
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


def test_double_click_after_sending_adds_once_and_withdraws_once():
    client, press = Client(), str(uuid4())
    referral = sent(client)
    before = OutgoingMail.objects.count()
    for address, typed in (
        ("/refer/status/add/", {"text": "One more thing", "press": press}),
        ("/refer/status/withdraw/", {"reason": "Sent by mistake"}),
    ):
        clients = [like(client) for _ in range(4)]
        answers = together(*[lambda c=c, a=address, t=typed: c.post(a, t) for c in clients])
        assert {response.status_code for response in answers} == {302}
    assert referral.additions.count() == 1
    verbs = AuditEvent.objects.filter(verb__in=[Verb.ADDED, Verb.WITHDRAWN])
    assert verbs.count() == 2
    assert OutgoingMail.objects.count() == before  # the panel has named no mailbox


def test_recommending_and_withdrawing_at_once_do_one_of_the_two():
    client, by = Client(), make_person(Role.COORDINATOR)
    referral = sent(client)
    before_panel(referral, by)
    facts.set_up()
    recommending.save_draft(referral_id=referral.pk, said=whole(), seen="", by=by)

    def recommended():
        with suppress(WrongState):
            recommending.recommend(referral_id=referral.pk, by=by)

    together(recommended, lambda: client.post("/refer/status/withdraw/", {"reason": "A mistake"}))
    events = AuditEvent.objects.filter(verb__in=[Verb.RECOMMENDED, Verb.WITHDRAWN])
    assert events.count() == 1
    assert the_referral().status == events.get().verb


def test_two_tabs_saving_different_pages_at_once_keep_both():
    client = Client()
    start(client)
    every = [Place(HAPPENED), Place(WHY), Place(YOU), CHILD]
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


def test_link_that_is_opened_twice_at_once_opens_for_one_browser():
    client = Client()
    start(client)
    client.post("/refer/later/", {"email": ME})
    path = link_in(mails_to(ME)[0], "/refer/open/")
    presses = [{"press": uuid4()} for _ in range(4)]
    answers = together(*[lambda p=p: Client().post(path, p) for p in presses])
    assert sum("referral_draft" in response.cookies for response in answers) == 1


def test_two_workers_warn_once_delete_once_and_answer_a_request_once():
    warned, over = Client(), Client()
    filled_in(warned)
    start(over)
    soon = timezone.now() + timedelta(days=13)
    drafts = Referral.objects.order_by("created_at")
    Referral.objects.filter(pk=drafts[0].pk).update(kept_until=soon)
    Referral.objects.filter(pk=drafts[1].pk).update(kept_until=timezone.now(), warnings_passed=2)
    Client().post("/refer/return/", {"reference": drafts[0].reference, "email": ANSWERED})
    together(*[remind] * 4)
    assert sorted(mail.subject.partition(":")[0][:10] for mail in mails_to(ANSWERED)) == [
        "Your draft",
        "Your way b",
    ]
    assert AuditEvent.objects.filter(verb=Verb.EXPIRED).count() == 1
    assert Referral.objects.count() == 1
