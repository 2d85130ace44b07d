"""The input that no person sees: it turns nobody away, it asks for one more press."""

import pytest

from referrals.models import LinkRequest, Referral
from tests.factories.referrals import filled_in, text_of, the_referral
from tscb.common.honeypot import FIELD

pytestmark = pytest.mark.django_db
ASK = "Please press the button once more"
START = {"start_key": "6a6e58a4-6b3c-4b0c-9d0a-5d7f7f6a2a11"}
LINK = {"reference": "R-2345-6789", "email": "me@school.example"}


def test_it_is_hidden_from_everybody(client):
    page = text_of(client.get("/refer/"))
    hidden = page[page.index(FIELD) - 120 : page.index(FIELD) + 100]
    assert "<div hidden" in hidden
    assert 'aria-hidden="true"' in hidden
    assert 'tabindex="-1"' in hidden
    assert 'autocomplete="off"' in hidden


def test_start_is_asked_for_once_more_and_then_goes(client):
    page = text_of(client.post("/refer/", START | {FIELD: "spam"}))
    assert ASK in page
    assert FIELD not in page
    assert not Referral.objects.exists()
    assert client.post("/refer/", START).status_code == 302


@pytest.mark.parametrize("typed", [LINK, {"code": "2222-3333"}])
def test_asking_for_a_link_keeps_what_was_typed(client, typed):
    page = text_of(client.post("/refer/return/", typed | {FIELD: "spam"}))
    assert ASK in page
    assert FIELD not in page
    assert next(iter(typed.values())) in page
    assert not LinkRequest.objects.exists()


def test_sending_is_asked_for_once_more_with_the_tick_kept_and_loses_nothing(client):
    filled_in(client)
    page = text_of(client.post("/refer/check/", {"declaration": "yes", FIELD: "spam"}))
    assert ASK in page
    assert FIELD not in page
    assert "checked" in page
    assert the_referral().is_draft
    client.post("/refer/check/", {"declaration": "yes"})
    assert not the_referral().is_draft
