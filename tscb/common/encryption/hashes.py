"""Finding again what must not stand in the database in clear.

Two kinds. What can be guessed (a name, a date, an address) is hashed with a key, and found under
every key while keys are being rotated. What is random (a cookie, a code, a link) needs no key: its
plain digest cannot be turned back, and goes on being found whatever secret of the site changes.
"""

import hashlib
import hmac
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"tscb keyed_hash 1"


@lru_cache
def _hash_key(encryption_key: str) -> bytes:
    """A key of its own, so that nothing that is hashed says anything about what is encrypted."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
    return derive.derive(encryption_key.encode())


def _hashed(value: str, encryption_key: str) -> str:
    return hmac.new(_hash_key(encryption_key), value.encode(), hashlib.sha256).hexdigest()


def keyed_hash(value: str) -> str:
    """For what can be guessed: 64 hexadecimal digits that only a holder of the keys can compute."""
    return _hashed(value, settings.FIELD_ENCRYPTION_KEYS[0])


def keyed_hashes(value: str) -> list[str]:
    """The same under every key, newest first: look for all of them."""
    return [_hashed(value, key) for key in settings.FIELD_ENCRYPTION_KEYS]


def hash_key_mark(rules: str) -> str:
    """Kept beside hashes, it says whether they were made with the newest key, by these rules (their
    name and number), and tells nothing else."""
    return keyed_hash(f"the key of hashes by the rules {rules}")[:16]


def token_digest(token: str) -> str:
    """For a secret of at least 80 random bits: no key, so that no change of keys makes it lost."""
    return hashlib.sha256(f"token:{token}".encode()).hexdigest()


def token_digests(token: str) -> list[str]:
    """All that may be kept of this token, newest form first: look for all of them."""
    return [token_digest(token), _former_digest(token)]


def _former_digest(token: str) -> str:
    """As it was made before decision 20."""
    key = hashlib.sha256(b"keyed_hash:" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, token.encode(), hashlib.sha256).hexdigest()
