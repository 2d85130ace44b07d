"""Hashes with a key for what can be guessed, plain digests for what is random."""

import hashlib

import pytest
from cryptography.fernet import Fernet

from tscb.common.encryption import (
    hash_key_mark,
    keyed_hash,
    keyed_hashes,
    token_digest,
    token_digests,
)

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@pytest.fixture
def before(settings) -> str:
    """A hash made before the new key came."""
    settings.FIELD_ENCRYPTION_KEYS = [OLD]
    made = keyed_hash("Robin Sample")
    settings.FIELD_ENCRYPTION_KEYS = [NEW, OLD]
    return made


def test_keyed_hash_is_the_same_for_the_same_alone():
    assert keyed_hash("somebody") == keyed_hash("somebody") != keyed_hash("somebody else")
    assert len(keyed_hash("somebody")) == 64


def test_keyed_hash_needs_the_encryption_keys_alone(settings):
    first = keyed_hash("somebody")
    settings.SECRET_KEY = "another secret"
    assert keyed_hash("somebody") == first
    settings.FIELD_ENCRYPTION_KEYS = [NEW]
    assert keyed_hash("somebody") != first


def test_keyed_hash_is_none_that_anybody_can_compute(settings):
    key = settings.FIELD_ENCRYPTION_KEYS[0].encode()
    plain = {hashlib.sha256(text).hexdigest() for text in (b"somebody", key + b"somebody")}
    assert keyed_hash("somebody") not in plain


def test_hash_of_an_older_key_is_among_those_to_look_for(before):
    assert keyed_hashes("Robin Sample") == [keyed_hash("Robin Sample"), before]
    assert keyed_hash("Robin Sample") != before


def test_mark_tells_the_newest_key_and_rules_from_older_ones(settings):
    settings.FIELD_ENCRYPTION_KEYS = [OLD]
    former = hash_key_mark("a 1")
    assert hash_key_mark("a 2") != former
    settings.FIELD_ENCRYPTION_KEYS = [NEW, OLD]
    assert former not in (hash_key_mark("a 1"), hash_key_mark("a 2"))
    assert len(former) == 16


def test_token_is_found_whatever_secret_changes(settings):
    kept = token_digest("a long random token")
    settings.SECRET_KEY, settings.FIELD_ENCRYPTION_KEYS = "another secret", [NEW]
    assert kept in token_digests("a long random token")


def test_token_kept_in_the_former_form_is_found_too():
    former = token_digests("a long random token")[1]
    assert len(former) == 64
    assert former != token_digest("a long random token")
