"""Asking again: by the referrer from the status page, by the coordinator from the panel's."""

from datetime import date

import pytest
from django.utils import timezone

from referrals.form.views import agreement as view
from referrals.models import Agreement, AuditEvent, Referral, Status, Verb
from tests.factories import make_person, sign_in
from tests.factories.agreement import ALEX, asked, newest_mail, the_agreement
from tests.factories.referrals import filled_in, received, send, start, text_of
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
HERE = "/refer/agreement/"
SOMEBODY = {
    "route": "deputy",
    "person_name": ALEX.name,
    "person_role": ALEX.role,
    "person_email": ALEX.email,
}


@pytest.fixture
def referrer(client):
    filled_in(client)
    send(client)
    return client


@pytest.fixture
def coordinator(client):
    person = make_person(Role.COORDINATOR)
    sign_in(client, person)
    return person


def address(referral: Referral, what: str) -> str:
    return f"/panel/referrals/{referral.pk}/agreement/{what}/"


def test_referrer_sees_how_it_stands_and_can_ask_somebody_else(referrer):
    assert "We asked by email on" in text_of(referrer.get(HERE))
    assert referrer.post(HERE, SOMEBODY).headers["Location"] == HERE
    newest, first = Agreement.objects.all()
    assert (newest.state, newest.person, first.state) == ("asked", ALEX.kept(), "replaced")
    assert newest_mail().to == ALEX.email


@pytest.mark.parametrize(
    ("state", "said", "asks"),
    [
        ("agreed", "You need not do anything", False),
        ("declined", "You can ask somebody else", True),
        ("attested", "You can ask somebody now", True),
    ],
)
def test_referrer_is_told_what_to_do_and_never_what_was_written(referrer, state, said, asks):
    answered = None if state == "attested" else timezone.now()
    row = the_agreement()
    row.state, row.answered_at, row.route, row.words = state, answered, "unreached", "Secret words"
    row.save()
    shown = text_of(referrer.get(HERE))
    assert said in shown
    assert ("Send the request" in shown) == asks
    assert "Secret words" not in shown
    assert "Morgan" not in shown


def test_referrer_cannot_name_their_own_mailbox(referrer):
    shown = text_of(referrer.post(HERE, SOMEBODY | {"person_email": "Sam.Sample@example.org"}))
    assert "Somebody else has to agree" in shown
    assert Agreement.objects.count() == 1


def test_referrer_hears_what_is_missing(referrer):
    shown = text_of(referrer.post(HERE, {"route": "deputy"}))
    assert 'href="#id_person_email"' in shown
    assert "Enter a work email address" in shown


def test_draft_has_no_agreement_page_and_another_device_is_shown_the_way(client):
    assert client.get(HERE).headers["Location"] == "/refer/return/"
    start(client)
    assert client.get(HERE).headers["Location"] == "/refer/"


@pytest.mark.parametrize("limit", ["REQUESTS_AN_HOUR", "REQUESTS_A_DAY"])
def test_asking_very_often_brings_the_numbers_and_what_was_typed(referrer, monkeypatch, limit):
    monkeypatch.setattr(view, limit, 1)
    assert referrer.post(HERE, SOMEBODY).status_code == 302
    refused = referrer.post(HERE, SOMEBODY)
    assert refused.status_code == 429
    assert "0161 342 4101" in text_of(refused)
    assert SOMEBODY["person_email"] in text_of(refused)
    assert Agreement.objects.count() == 2


@pytest.mark.parametrize("what", ["ask", "enter"])
@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.INDEPENDENT_CHAIR, Role.EDITOR])
def test_only_a_coordinator_asks_and_enters(client, what, role):
    referral = received()
    sign_in(client, make_person(role))
    assert client.get(address(referral, what)).status_code == 403
    assert client.post(address(referral, what)).status_code == 403
    assert AuditEvent.objects.filter(verb=Verb.REFUSED, referral_id=referral.pk).count() == 2


def test_panel_member_sees_the_agreement_and_no_way_to_change_it(client, panel_member):
    asked()
    referral = the_agreement().referral
    sign_in(client, panel_member)
    shown = text_of(client.get(f"/panel/referrals/{referral.pk}/"))
    for seen in ("Agreement pending", "Morgan Sample", "I have read who refers", "version 1"):
        assert seen in shown
    assert "agreement/ask/" not in shown


def test_list_shows_how_agreements_stand(client, panel_member):
    asked()
    sign_in(client, panel_member)
    shown = text_of(client.get("/panel/"))
    assert "Agreement pending" in shown
    assert "Morgan" not in shown


def test_coordinator_asks_somebody_else(client, coordinator):
    asked()
    referral = the_agreement().referral
    assert "Morgan Sample" in text_of(client.get(address(referral, "ask")))
    shown = text_of(client.post(address(referral, "ask"), SOMEBODY, follow=True))
    assert "The request is on its way by email" in shown
    assert "Replaced by a later request" in shown
    newest = Agreement.objects.all()[0]
    assert (newest.entered_by, newest.entered_by_role) == (coordinator, Role.COORDINATOR)


TOLD = {
    "route": "phone",
    "said_on_day": "6",
    "said_on_month": "3",
    "said_on_year": "2025",
    "person_name": "Morgan Sample",
    "person_role": "Named nurse",
    "answer": "agreed_with_comment",
    "comment": "Said on the phone",
}


def test_coordinator_enters_an_answer_that_came_by_phone(client, coordinator):
    referral = received()
    assert "Read it out on the phone" in text_of(client.get(address(referral, "enter")))
    shown = text_of(client.post(address(referral, "enter"), TOLD, follow=True))
    for seen in ("The answer is recorded", "By phone, recorded by the board", "Said on the phone"):
        assert seen in shown
    row = the_agreement()
    assert (row.said_on, row.entered_by) == (date(2025, 3, 6), coordinator)
    assert row.is_given


def test_coordinator_hears_what_is_missing(client, coordinator):
    shown = text_of(client.post(address(received(), "enter"), {"route": "post"}))
    for sentence in ("Enter the day of the answer", "Say whether they agree"):
        assert sentence in shown


@pytest.mark.parametrize("what", ["ask", "enter"])
def test_coordinator_finds_no_form_where_nothing_is_waited_for(client, coordinator, what):
    referral = received()
    Referral.objects.update(status=Status.DECIDED)
    assert "No agreement is waited for" in text_of(client.get(address(referral, what)))
    typed = SOMEBODY if what == "ask" else TOLD
    assert "withdrawn or decided" in text_of(client.post(address(referral, what), typed))
    assert not Agreement.objects.exists()


def test_pages_that_name_people_are_a_reading(client, coordinator):
    referral = received()
    client.get(address(referral, "ask"))
    client.get(address(referral, "enter"))
    assert AuditEvent.objects.filter(verb=Verb.READ, referral_id=referral.pk).count() == 2


@pytest.mark.parametrize("what", ["ask", "enter"])
def test_unknown_referral_is_not_found(client, coordinator, what):
    draft = Referral.objects.create()
    assert client.get(address(draft, what)).status_code == 404


def test_own_mailbox_keeps_a_referral_from_being_sent_and_says_so(client):
    filled_in(client, manager_email="SAM.sample@example.org")
    shown = text_of(send(client))
    assert "this is your own. Somebody else has to agree" in shown
    assert Referral.objects.get().is_draft
