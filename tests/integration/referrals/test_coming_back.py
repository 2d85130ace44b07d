"""A return code on paper opens the draft on another device, where no mail can."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from referrals.description.pages import FIRST
from referrals.models import DraftKey, KeyKind, Referral
from tests.factories.referrals import (
    CHILD_ADDRESS,
    WHY,
    YOU,
    answer,
    answer_all,
    send,
    start,
    text_of,
)

pytestmark = pytest.mark.django_db


def code_for(client: Client) -> str:
    page = text_of(client.post("/refer/later/", {"code": "yes"}))
    (code,) = re.findall(r"(?:[0-9B-Z]{4}-){4}[0-9B-Z]{4}", page)
    return code


def come_back(code: str, client: Client | None = None):
    return (client or Client()).post("/refer/return/", {"code": code})


@pytest.fixture
def practitioner(client: Client) -> Client:
    start(client)
    answer(client, FIRST)
    answer(client, YOU)
    return client


def test_code_opens_the_draft_on_another_device(practitioner):
    other = Client()
    response = come_back(code_for(practitioner).lower().replace("-", " "), other)
    assert response.headers["Location"] == "/refer/"
    assert "Sam Sample" in text_of(other.get("/refer/you/"))


def test_first_device_goes_on_too(practitioner):
    come_back(code_for(practitioner))
    assert practitioner.get("/refer/you/").status_code == 200


def test_earlier_code_goes_on_working(practitioner):
    first = code_for(practitioner)
    code_for(practitioner)
    assert come_back(first).status_code == 302


def test_unknown_code_is_refused_with_a_sentence(practitioner):
    response = come_back("2222-3333-4444-5555-6666")
    assert response.status_code == 200
    assert "We do not know this code" in text_of(response)
    assert "referral_draft" not in response.cookies


@pytest.mark.parametrize("code", ["", " ", "\x00"])
def test_empty_code_is_asked_for(code):
    page = text_of(come_back(code))
    assert "There is a problem" in page


def test_code_is_no_cookie_and_cookie_is_no_code(practitioner):
    code = code_for(practitioner)
    thief = Client()
    thief.cookies["referral_draft"] = code
    assert thief.get("/refer/check/").status_code == 404
    assert "We do not know" in text_of(come_back(practitioner.cookies["referral_draft"].value))


def test_code_older_than_28_days_opens_nothing(practitioner):
    code = code_for(practitioner)
    DraftKey.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert "We do not know this code" in text_of(come_back(code))


def test_saving_makes_every_key_last_28_days_more(practitioner):
    code_for(practitioner)
    soon = timezone.now() + timedelta(days=1)
    DraftKey.objects.update(expires_at=soon)
    answer(practitioner, WHY)
    assert {key.expires_at > soon for key in DraftKey.objects.all()} == {True}


def test_code_of_a_sent_referral_shows_its_receipt_only(practitioner):
    code = code_for(practitioner)
    answer_all(practitioner)
    send(practitioner)
    other = Client()
    come_back(code, other)
    assert other.get(CHILD_ADDRESS).headers["Location"] == "/refer/sent/"
    assert "Robin" not in text_of(other.get("/refer/sent/"))


def test_only_the_hash_of_a_code_is_stored(practitioner):
    code = code_for(practitioner)
    kept = DraftKey.objects.get(kind=KeyKind.RETURN_CODE).digest
    assert len(kept) == 64
    assert code not in kept


def test_return_page_warns_of_a_draft_that_is_open_here(practitioner):
    assert "A draft is open on this device already" in text_of(practitioner.get("/refer/return/"))
    assert "already" not in text_of(Client().get("/refer/return/")).split("<main")[1]


def test_coming_back_with_a_code_keeps_the_draft_28_days_more(practitioner):
    code = code_for(practitioner)
    Referral.objects.update(kept_until=timezone.now() + timedelta(days=1), warnings_passed=2)
    come_back(code)
    draft = Referral.objects.get()
    assert draft.kept_until > timezone.now() + timedelta(days=27)
    assert draft.warnings_passed == 0
