"""The coordinator's two pages, and the panel's list and reading view of what came of it."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from referrals.form import afterwards
from referrals.models import AuditEvent, Referral, Status, Verb
from tests.factories import make_person, sign_in
from tests.factories.meetings import a_meeting
from tests.factories.referrals import received, sent, text_of
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return make_person(Role.COORDINATOR)


@pytest.fixture
def desk(coordinator) -> Client:
    return sign_in(Client(), coordinator)


def parts(day: date) -> dict[str, str]:
    return {"day_day": str(day.day), "day_month": str(day.month), "day_year": str(day.year)}


def at(referral: Referral, page: str = "") -> str:
    return f"/panel/referrals/{referral.pk}/{page}"


def shelf(client: Client, name: str) -> str:
    return text_of(client.get(f"/panel/?show={name}"))


def test_meeting_is_set_and_the_referrer_sees_its_day(client, desk):
    referral, today = sent(client), timezone.localdate()
    assert at(referral, "meeting/") in text_of(desk.get(at(referral)))
    moved = desk.post(at(referral, "meeting/"), {"meeting": a_meeting(today).pk}, follow=True)
    assert "It is on the agenda" in text_of(moved)
    assert "The meeting is on" in text_of(client.get("/refer/status/"))
    assert at(referral, "meeting/") in text_of(desk.get(at(referral)))


def test_page_for_the_day_shows_nothing_of_the_case_and_is_no_reading(desk):
    referral = received()
    shown = text_of(desk.get(at(referral, "meeting/")))
    assert referral.reference in shown
    assert "Robin" not in shown
    assert not AuditEvent.objects.filter(verb=Verb.READ).exists()


def test_withdrawn_referral_warns_before_it_is_put_before_the_panel(desk):
    referral = received()
    afterwards.withdraw(referral_id=referral.pk, reason="A mistake")
    assert "has withdrawn this referral" in text_of(desk.get(at(referral, "meeting/")))


@pytest.mark.parametrize("page", ["meeting/", "decision/recommendation/"])
def test_draft_and_unknown_referral_are_missing_and_the_try_is_recorded(desk, page):
    draft = Referral.objects.create()
    for method in (desk.get, desk.post):
        assert method(at(draft, page)).status_code == 404
    assert AuditEvent.objects.filter(verb=Verb.REFUSED, referral_id=draft.pk).count() == 2


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.INDEPENDENT_CHAIR, Role.EDITOR])
@pytest.mark.parametrize("page", ["meeting/", "decision/recommendation/"])
def test_others_are_refused_and_it_is_recorded(role, page):
    referral, other = received(), sign_in(Client(), make_person(role))
    assert other.post(at(referral, page), parts(timezone.localdate())).status_code == 403
    assert AuditEvent.objects.filter(verb=Verb.REFUSED, referral_id=referral.pk).exists()
    assert Referral.objects.get().status == Status.RECEIVED


def test_members_see_no_button(client):
    referral, member = received(), sign_in(Client(), make_person(Role.PANEL_MEMBER))
    assert "Put before the panel" not in text_of(member.get(at(referral)))


def test_list_and_page_tell_what_was_added_since_and_when(client, desk):
    referral = sent(client)
    client.post("/refer/status/add/", {"text": "A second <note>"})
    time = timezone.localtime(referral.additions.get().added_at)
    listed, page = text_of(desk.get("/panel/")), text_of(desk.get(at(referral)))
    assert f"{time:%H:%M}" in listed
    assert "second &lt;note" not in listed
    assert "Since it was sent, the referrer has added" in page
    assert "A second &lt;note&gt;" in page


def test_withdrawal_is_marked_with_its_reason(desk):
    referral = received()
    afterwards.withdraw(referral_id=referral.pk, reason="Sent by mistake")
    page = text_of(desk.get(at(referral)))
    assert "The referrer withdrew this referral" in page
    assert "Sent by mistake" in page
    assert "mistake" not in shelf(desk, "all")
