"""Whoever tries very often is refused with the numbers to call, and nothing saved is lost."""

import pytest

from referrals.form.views import leaving, returning, sending, starting
from tests.factories.referrals import filled_in, send, start, text_of, the_referral

pytestmark = pytest.mark.django_db


def assert_refused_with_numbers(response):
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "3600"
    assert "0161 342 4101" in text_of(response)


def test_starting_very_often_is_refused(client, monkeypatch):
    monkeypatch.setattr(starting, "STARTS_AN_HOUR", 1)
    start(client)
    client.cookies.clear()
    assert_refused_with_numbers(start(client))


def test_trying_codes_very_often_is_refused(client, monkeypatch):
    monkeypatch.setattr(returning, "TRIES_AN_HOUR", 1)
    client.post("/refer/return/", {"code": "wrong"})
    assert_refused_with_numbers(client.post("/refer/return/", {"code": "wrong"}))


@pytest.mark.parametrize("asked", [{"code": "yes"}, {"email": "pat@school.example"}])
def test_asking_for_ways_back_very_often_is_refused(client, monkeypatch, asked):
    monkeypatch.setattr(leaving, "WAYS_AN_HOUR", 1)
    start(client)
    assert client.post("/refer/later/", asked).status_code == 200
    assert_refused_with_numbers(client.post("/refer/later/", asked))


def test_trying_links_very_often_is_refused(client, monkeypatch):
    monkeypatch.setattr(returning, "TRIES_AN_HOUR", 0)
    assert_refused_with_numbers(client.post("/refer/open/unknown/", {"press": "x"}))


def test_sending_very_often_is_refused_and_the_draft_stays(client, monkeypatch):
    monkeypatch.setattr(sending, "SENDS_AN_HOUR", 0)
    filled_in(client)
    assert_refused_with_numbers(send(client))
    assert the_referral().is_draft


def test_looking_is_never_counted(client, monkeypatch):
    monkeypatch.setattr(starting, "STARTS_AN_HOUR", 0)
    assert client.get("/refer/").status_code == 200
    assert client.get("/refer/return/").status_code == 200
