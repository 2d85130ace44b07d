"""A worker that is killed in the middle, at every step: nobody gets a letter twice, and none is
lost without a word. Real processes, and a real mail server that kills them.
"""

import os
import signal
import traceback
from collections import Counter

import pytest
from django.db import connections
from django.db.models import F

from tests.factories.bulletin import make_edition, make_subscriber
from tests.factories.mail_server import Mailboxes
from tscb.bulletin.background import work
from tscb.bulletin.models import Delivery, DeliveryState
from tscb.bulletin.sending import queue_edition
from tscb.bulletin.sending.noting import LOST_AFTER

pytestmark = pytest.mark.django_db(transaction=True)
SUBSCRIBERS = 20
# From “.” on the server has the letter, which the site cannot know.
STEPS = ("EHLO", "MAIL", "RCPT", "DATA", ".", "TAKEN")
State = DeliveryState


def worker() -> int:
    """A turn of the background worker with letters, in a process of its own; gives its number."""
    number = os.fork()
    if number:
        return number
    try:
        # A line to the database is one process's alone.
        connections["default"] = connections.create_connection("default")
        work()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def ended(*workers: int) -> list[int]:
    """How each ended: 0, or less the signal that killed it."""
    return [os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]) for number in workers]


def killing(mailboxes: Mailboxes, step: str, after: int = 1) -> None:
    """The server kills whoever talks to it, when this step has come so often."""
    seen: Counter[str] = Counter()

    def answer(command: str, mailbox: str) -> None:
        seen[command] += 1
        if command == step and seen[command] == after:
            os.kill(running[0], signal.SIGKILL)

    mailboxes.answers = answer


running: list[int] = []


def killed_at(mailboxes: Mailboxes, step: str, after: int) -> None:
    killing(mailboxes, step, after)
    running[:] = [worker()]
    assert ended(*running) == [-signal.SIGKILL]
    mailboxes.answers = lambda command, mailbox: None


def time_passes() -> None:
    """Long enough for whoever did not come back to be thought lost."""
    begun = Delivery.objects.filter(started_at__isnull=False)
    begun.update(started_at=F("started_at") - LOST_AFTER)


def test_no_crash_sends_twice_or_loses_a_letter(mailboxes, settings):
    settings.BULLETIN_MAILS_A_MINUTE = 1_000
    for _ in range(SUBSCRIBERS):
        make_subscriber()
    queue_edition(make_edition())
    for after, step in enumerate(STEPS, start=1):
        killed_at(mailboxes, step, 1 if step == "EHLO" else after % 3 + 1)
        time_passes()
    assert ended(worker(), worker()) == [0, 0]

    got = Counter(letter.mailbox for letter in mailboxes.got)
    states = Counter(Delivery.objects.values_list("state", flat=True))
    assert max(got.values()) == 1
    assert states[State.UNSURE] == len(STEPS)
    assert states[State.SENT] == SUBSCRIBERS - states[State.UNSURE]
    assert SUBSCRIBERS - len(got) <= states[State.UNSURE]
    noted = Delivery.objects.filter(state=State.SENT).select_related("subscriber")
    assert {row.subscriber.email for row in noted} <= set(got)


def test_two_workers_at_once_keep_to_the_rate_together(mailboxes, settings):
    settings.BULLETIN_MAILS_A_MINUTE = 10
    for _ in range(SUBSCRIBERS):
        make_subscriber()
    queue_edition(make_edition())
    assert ended(worker(), worker()) == [0, 0]
    assert len(mailboxes.got) == len({letter.mailbox for letter in mailboxes.got}) == 10
