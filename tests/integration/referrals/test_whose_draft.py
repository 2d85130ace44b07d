"""A draft opens for the browser that holds its token and looks missing to all others."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from referrals.description.pages import FIRST, SECTIONS
from referrals.form import cookie
from referrals.form.journey import address
from referrals.models import DraftKey, Referral
from tests.factories.referrals import CHILD_ADDRESS, YOU, answer, start, text_of

pytestmark = pytest.mark.django_db
ADDRESSES = [
    *(address(section) for section in SECTIONS),
    CHILD_ADDRESS,
    "/refer/children/child-1/remove/",
    "/refer/check/",
    "/refer/sent/",
    "/refer/later/",
    "/refer/leave/",
    "/refer/delete/",
]


def stranger(token: str = "not-the-one") -> Client:  # noqa: S107 - of nobody
    client = Client()
    client.cookies["referral_draft"] = token
    return client


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_unknown_token_finds_a_friendly_page_and_nothing_of_the_draft(client, address, method):
    start(client)
    answer(client, FIRST)
    answer(client, YOU)
    for visitor in (stranger(), Client()):
        response = getattr(visitor, method)(address)
        assert response.status_code == 404
        assert "We cannot find your draft on this device" in text_of(response)
        assert "Sam Sample" not in text_of(response)


def test_expired_token_opens_nothing_and_hands_back_what_was_typed(client):
    start(client)
    DraftKey.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    response = client.post("/refer/what-happened/", {"outline": "My <long> account"})
    assert response.status_code == 404
    assert "My &lt;long&gt; account" in text_of(response)


@pytest.mark.parametrize("token", ["", "x" * 5000, "é", "'; drop table"])
def test_odd_tokens_open_nothing(token):
    assert stranger(token).get("/refer/check/").status_code == 404


def test_unknown_token_sees_the_start_page(client):
    assert "Start now" in text_of(stranger().get("/refer/"))


def test_draft_deleted_in_another_tab_is_missing_and_text_is_handed_back(client, monkeypatch):
    start(client)
    held = Referral.objects.get()
    monkeypatch.setattr("referrals.form.access.referral_of", lambda request: held)
    Referral.objects.all().delete()
    response = client.post(CHILD_ADDRESS, {"child_name_known": "yes", "child_first_names": "Robin"})
    assert response.status_code == 404
    assert "Robin" in text_of(response)


def test_draft_sent_in_another_tab_just_now_is_not_changed(client, monkeypatch):
    start(client)
    held = Referral.objects.get()
    real = cookie.referral_of
    seen = iter([held])
    monkeypatch.setattr(
        "referrals.form.access.referral_of", lambda request: next(seen, None) or real(request)
    )
    Referral.objects.update(
        status="received", reference="R-2222-3333", submitted_at=timezone.now(), submitted_by="x"
    )
    assert answer(client, FIRST).status_code == 409


@pytest.mark.parametrize("start_key", ["", "no-uuid", "1" * 500])
def test_start_without_a_proper_key_asks_to_press_again(client, start_key):
    response = client.post("/refer/", {"start_key": start_key})
    assert "press Start now once more" in text_of(response)
    assert not Referral.objects.exists()


def test_start_key_of_long_ago_opens_no_draft(client):
    key = uuid4()
    start(client, key)
    Referral.objects.update(created_at=timezone.now() - timedelta(hours=2))
    response = start(Client(), key)
    assert "referral_draft" not in response.cookies
    assert Referral.objects.count() == 1
