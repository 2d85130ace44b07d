"""The keys themselves: the first of FIELD_ENCRYPTION_KEYS encrypts, all of them decrypt.

A token says by itself which key made it: its last 32 bytes are signed with half of that key
(https://github.com/fernet/spec). So nobody has to decrypt it to find out.
"""

import base64
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

VERSION = b"\x80"
SIGNING_HALF = 16
SIGNATURE = 32


@lru_cache
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def _boxes() -> MultiFernet:
    return _box(tuple(settings.FIELD_ENCRYPTION_KEYS))


def encrypt(clear: bytes) -> bytes:
    return _boxes().encrypt(clear)


def decrypt(secret: bytes) -> bytes:
    """Raises cryptography.fernet.InvalidToken when no key fits or the bytes were changed."""
    return _boxes().decrypt(secret)


def with_newest_key(secret: bytes) -> bytes:
    """The same text and time, encrypted with the first key. Raises InvalidToken as `decrypt`."""
    return _boxes().rotate(secret)


def place_of_key(secret: bytes) -> int | None:
    """Which of FIELD_ENCRYPTION_KEYS made this, 0 the newest; None where no key opens it."""
    try:
        token = base64.urlsafe_b64decode(secret)
    except ValueError:
        return None
    if not token.startswith(VERSION):
        return None
    keys = enumerate(settings.FIELD_ENCRYPTION_KEYS)
    return next((place for place, key in keys if _signed_with(key, token)), None)


def _signed_with(key: str, token: bytes) -> bool:
    half = base64.urlsafe_b64decode(key)[:SIGNING_HALF]
    signature = hmac.digest(half, token[:-SIGNATURE], "sha256")
    return hmac.compare_digest(signature, token[-SIGNATURE:])
