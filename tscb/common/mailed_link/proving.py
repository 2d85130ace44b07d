"""Proving that one reads the mailbox a link was sent to: a code is made, and tried.

Each act locks the link's row, so two clicks at once never count less or open more than one.
"""

import re
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from tscb.common.encryption import keyed_hash, keyed_hashes, token_digest
from tscb.common.mailed_link.model import MailedLink

CODE_LENGTH = 6
CODE_LIVES = timedelta(minutes=15)
TRIES = 5
# Both answers to a double click open the same session: the browser shows the second.
GOOD_AFTER_USE = timedelta(seconds=10)


WRONG = "This is not the code that we sent. Check it against the newest message"
OVER = "This code no longer works. Ask for a new one"


@transaction.atomic
def new_code(*, link: MailedLink) -> str:
    """A code to be sent to the link's mailbox; an earlier one ends."""
    link = locked(link)
    code = f"{secrets.randbelow(10**CODE_LENGTH):0{CODE_LENGTH}}"
    link.code_digest = keyed_hash(salted(link, code))
    link.code_expires_at = timezone.now() + CODE_LIVES
    link.wrong_codes = 0
    link.save(update_fields=("code_digest", "code_expires_at", "wrong_codes"))
    return code


@transaction.atomic
def prove(*, link: MailedLink, code: str) -> tuple[str, str]:
    """The token of a short session, or else the sentence of the refusal. Nothing is raised: that
    would undo the counting of a wrong code."""
    link = locked(link)
    if not is_code_open(link):
        return "", OVER
    if not is_code(link, re.sub(r"\D", "", code)):
        link.wrong_codes += 1
        link.save(update_fields=("wrong_codes",))
        return "", WRONG if is_code_open(link) else OVER
    return opened(link), ""


def opened(link: MailedLink) -> str:
    now = timezone.now()
    token = keyed_hash(f"session:{link.code_digest}")
    link.session_digest = token_digest(token)
    link.session_expires_at = now + link.session_lives
    link.code_expires_at = min(link.code_expires_at or now, now + GOOD_AFTER_USE)
    link.save(update_fields=("session_digest", "session_expires_at", "code_expires_at"))
    return token


@transaction.atomic
def go_on(*, link: MailedLink) -> None:
    """Somebody works on: the session's time begins anew. One that is over stays so."""
    link = locked(link)
    until = link.session_expires_at
    if until is not None and until > timezone.now():
        link.session_expires_at = timezone.now() + link.session_lives
        link.save(update_fields=("session_expires_at",))


def is_code_open(link: MailedLink) -> bool:
    until = link.code_expires_at
    return until is not None and until > timezone.now() and link.wrong_codes < TRIES


def is_open(link: MailedLink, token: str) -> bool:
    """Whether this session, which a browser's cookie names, is the link's and not over."""
    until = link.session_expires_at
    alive = until is not None and until > timezone.now()
    return alive and constant_time_compare(link.session_digest, token_digest(token))


def locked(link: MailedLink) -> MailedLink:
    return type(link)._default_manager.select_for_update().get(pk=link.pk)


def salted(link: MailedLink, code: str) -> str:
    """The same code of two links is kept as two hashes."""
    return f"code:{link.digest}:{code}"


def is_code(link: MailedLink, code: str) -> bool:
    hashes = keyed_hashes(salted(link, code))
    return any(constant_time_compare(link.code_digest, one) for one in hashes)
