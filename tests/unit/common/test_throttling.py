"""Counting what somebody does within a time."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import RequestFactory

from tests.unit.board.nowhere import database_nowhere
from tscb.common.throttling import address_of, allow

HOUR = 3600
ask = RequestFactory()


@pytest.mark.django_db
def test_allow_until_the_limit():
    assert [allow("test", "somebody", 2, HOUR) for _ in range(3)] == [True, True, False]


@pytest.mark.django_db
def test_allow_counts_each_person_and_scope_alone():
    assert allow("test", "somebody", 1, HOUR)
    assert allow("test", "somebody else", 1, HOUR)
    assert allow("other", "somebody", 1, HOUR)


@pytest.mark.django_db
def test_allow_starts_again_in_the_next_window(monkeypatch):
    next_window = (time.time() // HOUR + 2) * HOUR
    monkeypatch.setattr("time.time", lambda: next_window - 1)
    assert allow("test", "somebody", 1, HOUR)
    monkeypatch.setattr("time.time", lambda: next_window)
    assert allow("test", "somebody", 1, HOUR)
    assert not allow("test", "somebody", 1, HOUR)


@pytest.mark.django_db
def test_allow_keeps_nobody_in_clear():
    allow("test", "192.0.2.7", 1, HOUR)
    with connection.cursor() as cursor:
        cursor.execute("select cache_key from shared_cache")
        keys = [key for (key,) in cursor.fetchall()]
    assert len(keys) == 1
    assert "192.0.2.7" not in keys[0]


@pytest.mark.django_db
def test_allow_keeps_counting_while_many_others_come():
    """The cache must not throw a count away because it holds many."""
    assert allow("test", "somebody", 1, HOUR)
    for n in range(302):
        cache.set(f"z{n}", 1)
    assert not allow("test", "somebody", 1, HOUR)


@pytest.mark.django_db(transaction=True)
def test_allow_counts_exactly_when_all_come_at_once():
    def once(_):
        try:
            return allow("test", "somebody", 5, HOUR)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        assert sum(workers.map(once, range(20))) == 5


def test_allow_lets_nobody_on_when_it_cannot_count(db):
    with database_nowhere(), pytest.raises(OperationalError):
        allow("test", "somebody", 5, HOUR)


def test_address_without_a_proxy_is_not_what_the_visitor_claims(settings):
    settings.BEHIND_PROXY = False
    request = ask.get("/", REMOTE_ADDR="192.0.2.7", headers={"X-Forwarded-For": "192.0.2.99"})
    assert address_of(request) == "192.0.2.7"


def test_address_behind_a_proxy_is_what_the_proxy_added(settings):
    settings.BEHIND_PROXY = True
    chain = "192.0.2.99, 192.0.2.7"
    request = ask.get("/", REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": chain})
    assert address_of(request) == "192.0.2.7"


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ("2001:db8:1:2::7", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::7", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("192.0.2.7", "192.0.2.7"),
        ("a socket", "a socket"),
    ],
)
def test_address_of_version_six_counts_as_its_network(given, counted):
    """Whoever has one address of it has as many as they like."""
    assert address_of(ask.get("/", REMOTE_ADDR=given)) == counted


def test_address_that_nobody_gave(settings):
    settings.BEHIND_PROXY = True
    request = ask.get("/")
    del request.META["REMOTE_ADDR"]
    assert address_of(request) == "unknown"
