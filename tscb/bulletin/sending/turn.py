"""What the worker sends on one of its turns: letter after letter on one line to the mail server.

A turn is short, and ends as soon as an ordinary message waits: mail about a referral goes first.
"""

import smtplib
import time
from contextlib import suppress
from typing import Any

from django.core.mail import EmailMultiAlternatives

from tscb.bulletin.sending import rate
from tscb.bulletin.sending.handing import hand_over, opened
from tscb.bulletin.sending.line_up import due
from tscb.bulletin.sending.noting import note, note_lost
from tscb.bulletin.sending.taking import take_next
from tscb.common import mail

LONGEST = 10.0  # seconds


def send_due(longest: float = LONGEST) -> int:
    """Gives how many letters were dealt with."""
    note_lost()
    if not (due().exists() and rate.free()):
        return 0
    line = opened()
    if line is None:
        return 0
    try:
        return _send_on(line, time.monotonic() + longest)
    finally:
        with suppress(OSError, smtplib.SMTPException):  # what went has gone
            line.close()


def _send_on(line: Any, ends: float) -> int:
    dealt_with = 0
    while time.monotonic() < ends and not mail.is_waiting():
        taken = take_next()
        if taken is None:
            break
        dealt_with += 1
        if taken.message and not _send(line, taken.delivery, taken.message):
            break
    return dealt_with


def _send(line: Any, delivery: int, message: EmailMultiAlternatives) -> bool:
    """Whether the line is good for one more."""
    outcome = hand_over(line, message)
    note(delivery, outcome.how)
    return outcome.line_is_good
