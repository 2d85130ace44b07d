"""What staff write down for somebody opens for signed-in coordinators alone."""

import pytest
from django.test import Client

from referrals.description.places import BY_STAFF
from referrals.models import AuditEvent, Referral, Verb
from tests.factories import make_person, sign_in
from tests.factories.entry import begin, begun, came, coordinator
from tests.factories.referrals import CHILD, answer, start, text_of, the_referral
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
OTHERS = [(), (Role.EDITOR,), (Role.PANEL_MEMBER,), (Role.INDEPENDENT_CHAIR,)]
OTHERS += [(Role.DATA_PROTECTION_LEAD,)]


def with_cookie_of(client: Client, other: Client) -> Client:
    other.cookies["referral_draft"] = client.cookies["referral_draft"].value
    return other


@pytest.mark.parametrize("roles", OTHERS, ids=str)
def test_others_can_neither_begin_nor_go_on(roles):
    referral = begun(coordinator())
    client = sign_in(Client(), make_person(*roles))
    assert client.get("/panel/entry/").status_code == 403
    assert begin(client).status_code == 403
    assert client.post(f"/panel/entry/{referral.pk}/").status_code == 403
    assert Referral.objects.count() == 1
    assert AuditEvent.objects.filter(verb=Verb.REFUSED).count() == 3


def test_password_alone_does_not_do():
    client = sign_in(Client(), make_person(Role.COORDINATOR), second_factor=False)
    assert client.post("/panel/entry/", came()).status_code == 302
    assert not Referral.objects.exists()


@pytest.mark.parametrize("who", ["nobody", "panel member", "password alone"])
def test_cookie_alone_opens_nothing(who):
    staff = coordinator()
    begun(staff)
    other = Client()
    if who == "panel member":
        sign_in(other, make_person(Role.PANEL_MEMBER))
    if who == "password alone":
        sign_in(other, make_person(Role.COORDINATOR), second_factor=False)
    with_cookie_of(staff, other)
    response = other.get("/refer/check/")
    assert response.status_code == (302 if who == "nobody" else 404)
    assert the_referral().reference not in text_of(response)
    assert "You are entering" not in text_of(other.get("/refer/"))


def test_other_coordinator_with_the_key_may():
    staff = coordinator()
    begun(staff)
    assert with_cookie_of(staff, coordinator()).get("/refer/check/").status_code == 200


def test_no_page_sets_the_mark_of_staff(client):
    start(client)
    client.post("/refer/before-you-start/", {BY_STAFF: "yes", "child_at_risk_now": "no"})
    assert BY_STAFF not in the_referral().answers
    assert client.get("/refer/children/").status_code == 302


def test_list_names_no_child():
    staff = coordinator()
    begun(staff)
    answer(staff, CHILD, child_first_names="Plantedname")
    assert "Plantedname" in str(the_referral().answers)
    assert "Plantedname" not in text_of(staff.get("/panel/entry/"))
