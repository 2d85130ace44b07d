"""The background worker."""

import os
import signal
import threading

import pytest
from django.core import mail as sent
from django.core.management import call_command

from tests.unit.board.nowhere import database_nowhere
from tscb.common import mail
from tscb.common.management.commands.tick import Command

SHORTLY = 0.05  # seconds


@pytest.fixture
def own_signals():
    """The command takes over the process's signals; the tests' own come back."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def stop_after(seconds: float) -> None:
    threading.Timer(seconds, os.kill, [os.getpid(), signal.SIGTERM]).start()


def put() -> None:
    mail.queue(to="panel@board.example", subject="A referral", body="Words")


@pytest.mark.django_db
def test_tick_once():
    put()
    call_command("tick")
    assert len(sent.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_tick_goes_on_until_it_is_stopped(own_signals):
    put()
    stop_after(20 * SHORTLY)
    call_command("tick", every=SHORTLY)
    assert len(sent.outbox) == 1


@pytest.mark.django_db
def test_tick_outlives_the_database(capsys):
    with database_nowhere():
        Command()._once()
    assert "The database did not answer: OperationalError" in capsys.readouterr().err
