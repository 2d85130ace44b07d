"""What is encrypted with the key of one case. A token says by itself whose key made it:
`MARK`, the number of the case, a nonce, and AES-256-GCM, which covers mark and number too.

A nonce is random: NIST SP 800-38D allows 2^32 of them with one key, and no case is saved so often.
"""

import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.fernet import InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tscb.common.encryption import key_store

MARK = b"case1:"  # a token of the site's keys begins with another letter
NUMBER = 16
NONCE = 12
HEAD = len(MARK) + NUMBER


def seal(case_id: UUID, clear: bytes) -> bytes:
    """Raises CaseKeyMissing where there is no key; it makes none."""
    head, nonce = MARK + case_id.bytes, secrets.token_bytes(NONCE)
    return head + nonce + AESGCM(key_store.key_of(case_id)).encrypt(nonce, clear, head)


def is_of_a_case(token: bytes) -> bool:
    return token.startswith(MARK)


def case_of(token: bytes) -> UUID:
    """Raises InvalidToken for what is cut off before its end."""
    if len(token) < HEAD:
        raise InvalidToken
    return UUID(bytes=token[len(MARK) : HEAD])


def unseal(token: bytes) -> bytes:
    """Raises CaseKeyMissing, or InvalidToken where bytes were changed."""
    cipher = AESGCM(key_store.key_of(case_of(token)))
    try:
        return cipher.decrypt(token[HEAD : HEAD + NONCE], token[HEAD + NONCE :], token[:HEAD])
    except (InvalidTag, ValueError):
        raise InvalidToken from None
