"""Encrypting what the board knows about a child, with keys that can be rotated, and hashes that
only a holder of the keys can compute.

Nothing on the public side imports this (design, section 6). What each secret does and how it is
changed stands in docs/keys.md.
"""

from tscb.common.encryption.case_keys import destroy_on_commit
from tscb.common.encryption.fields import EncryptedJSONField, EncryptedTextField, WrappedKeyField
from tscb.common.encryption.hashes import (
    hash_key_mark,
    keyed_hash,
    keyed_hashes,
    token_digest,
    token_digests,
)
from tscb.common.encryption.key_store import CaseKeyMissing
from tscb.common.encryption.keys import encrypt, place_of_key, with_newest_key
from tscb.common.encryption.opening import decrypt

__all__ = [
    "CaseKeyMissing",
    "EncryptedJSONField",
    "EncryptedTextField",
    "WrappedKeyField",
    "decrypt",
    "destroy_on_commit",
    "encrypt",
    "hash_key_mark",
    "keyed_hash",
    "keyed_hashes",
    "place_of_key",
    "token_digest",
    "token_digests",
    "with_newest_key",
]
