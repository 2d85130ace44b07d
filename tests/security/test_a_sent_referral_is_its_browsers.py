"""After sending: only the browser that sent a referral sees how far it has come, adds or withdraws.
Whoever looks over a shoulder, into a mail or at an address learns nothing of the case.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse

from referrals.models import Addition, Referral, Status, Withdrawal
from tests.factories import make_person, sign_in
from tests.factories.referrals import filled_in, sent, start, text_of
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
PAGES = ["status", "add", "withdraw"]
TYPED = {"text": "A stranger’s words", "reason": "A stranger’s reason"}


def another_browser() -> Client:
    """With a draft of its own."""
    client = Client()
    filled_in(client)
    return client


def unknown() -> Client:
    client = Client()
    client.cookies["referral_draft"] = "not-the-one"
    return client


def member_of_the_panel() -> Client:
    return sign_in(Client(), make_person(Role.PANEL_MEMBER, Role.COORDINATOR))


@pytest.fixture
def referral(client) -> Referral:
    return sent(client)


@pytest.mark.parametrize("visitor", [Client, unknown, member_of_the_panel, another_browser])
@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_sees_or_does_anything(referral, visitor, page):
    address, other = reverse(f"refer:{page}"), visitor()
    for response in (other.get(address), other.post(address, TYPED)):
        assert referral.reference not in text_of(response)
        assert response.status_code in (302, 404)
    assert not Addition.objects.exists()
    assert not Withdrawal.objects.exists()
    assert Referral.objects.get(pk=referral.pk).status == Status.RECEIVED


@pytest.mark.parametrize("page", PAGES)
def test_without_a_referral_the_way_back_is_shown_and_what_was_typed_is_handed_back(page):
    address = reverse(f"refer:{page}")
    assert Client().get(address).headers["Location"] == reverse("refer:return")
    handed_back = text_of(Client().post(address, TYPED))
    assert TYPED["text"] in handed_back
    assert TYPED["reason"] in handed_back


def test_addresses_carry_nothing_that_opens_anything():
    for page in PAGES:
        assert re.fullmatch(r"/refer/status/([a-z]+/)?", reverse(f"refer:{page}"))


def test_two_referrals_of_two_browsers_stay_apart(referral):
    other = Client()
    start(other)
    filled_in(other)
    other.post("/refer/check/", {"declaration": "yes"})
    other.post(reverse("refer:add"), {"text": "For the second one"})
    assert not referral.additions.exists()
    assert Addition.objects.count() == 1


@pytest.mark.parametrize("page", PAGES)
def test_titles_and_pages_are_kept_by_no_cache_and_name_nobody(client, referral, page):
    response = client.get(reverse(f"refer:{page}"))
    title = text_of(response).partition("<title>")[2].partition("</title>")[0]
    assert referral.reference not in title
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_mails_after_sending_hold_reference_time_and_link_alone(client, referral, panel_mailbox):
    client.post(reverse("refer:add"), {"text": "Robin was seen"})
    client.post(reverse("refer:withdraw"), {"reason": "Robin is well"})
    bodies = list(OutgoingMail.objects.values_list("body", flat=True))
    assert len(bodies) == 4  # receipt, request to the manager, addition, withdrawal
    assert not any("Robin" in body or "Sample" in body for body in bodies)


def test_practitioner_gets_no_session_after_sending_either(client, referral):
    client.post(reverse("refer:add"), {"text": "More"})
    client.get(reverse("refer:status"))
    assert "sessionid" not in client.cookies
    assert "messages" not in client.cookies
