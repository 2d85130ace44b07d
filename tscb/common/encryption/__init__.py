"""Encrypting what the board knows about a child, with keys that can be rotated, and hashes that
only a holder of the keys can compute.

Nothing on the public side imports this (design, section 6). What each secret does and how it is
changed stands in docs/keys.md.
"""

from tscb.common.encryption.fields import EncryptedJSONField, EncryptedTextField, WrappedKeyField
from tscb.common.encryption.hashes import (
    hash_key_mark,
    keyed_hash,
    keyed_hashes,
    token_digest,
    token_digests,
)
from tscb.common.encryption.keys import decrypt, encrypt, place_of_key, with_newest_key

__all__ = [
    "EncryptedJSONField",
    "EncryptedTextField",
    "WrappedKeyField",
    "decrypt",
    "encrypt",
    "hash_key_mark",
    "keyed_hash",
    "keyed_hashes",
    "place_of_key",
    "token_digest",
    "token_digests",
    "with_newest_key",
]
