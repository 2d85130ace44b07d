"""Handing a letter to the mail server, and what its answer, or its silence, means."""

import logging
import re
import smtplib
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from django.core.mail import EmailMultiAlternatives, get_connection

log = logging.getLogger(__name__)
# RFC 3463: there is no such mailbox; it is not the mailbox, and may be put right.
NOBODY, POLICY = re.compile(rb"\s*5\.1\.1\b"), re.compile(rb"\s*[45]\.7\.")
FOR_GOOD, CLOSING = 500, 421


class How(Enum):
    SENT = auto()
    LATER = auto()  # it certainly did not go
    MAILBOX_LATER = auto()  # nor that: the mailbox takes nothing now
    MAILBOX_REFUSED = auto()  # for good
    NO_MAILBOX = auto()  # for good, and it is said why
    REFUSED = auto()  # for good, for what stands in it
    UNKNOWN = auto()  # the line broke off when the server may have had it


@dataclass(frozen=True)
class Outcome:
    how: How
    line_is_good: bool = True


def opened() -> Any:
    """A line to the mail server for a number of letters, or None: then none is touched."""
    line = get_connection()
    try:
        line.open()
    except (OSError, smtplib.SMTPException) as failure:
        log.warning("The mail server did not answer: %s", type(failure).__name__)
        return None
    return line


def hand_over(line: Any, message: EmailMultiAlternatives) -> Outcome:
    try:
        line.send_messages([message])
    except smtplib.SMTPRecipientsRefused as failure:
        (answer,) = failure.recipients.values()
        return _of_mailbox(*answer)
    except smtplib.SMTPDataError as failure:
        return _of_content(failure.smtp_code, _said(failure))
    except Exception as failure:
        log.warning("A letter was not handed over: %s", type(failure).__name__)
        how = How.UNKNOWN if may_have_it(line) else How.LATER
        return Outcome(how, line_is_good=not isinstance(failure, OSError))
    return Outcome(How.SENT)


def may_have_it(line: Any) -> bool:
    """A line that does not know is not trusted: better a letter too few than one twice."""
    return bool(getattr(line, "may_have_it", True))


def _of_mailbox(code: int, said: bytes) -> Outcome:
    if POLICY.match(said):
        how = How.LATER
    elif code < FOR_GOOD:
        how = How.MAILBOX_LATER
    else:
        how = How.NO_MAILBOX if NOBODY.match(said) else How.MAILBOX_REFUSED
    return Outcome(how, line_is_good=code != CLOSING)


def _of_content(code: int, said: bytes) -> Outcome:
    is_later = code < FOR_GOOD or POLICY.match(said)
    return Outcome(How.LATER if is_later else How.REFUSED, line_is_good=code != CLOSING)


def _said(failure: smtplib.SMTPResponseException) -> bytes:
    said = failure.smtp_error
    return said if isinstance(said, bytes) else said.encode()
