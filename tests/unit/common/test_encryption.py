"""Encryption of what the board knows about a child."""

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.db import models

from tscb.common.encryption import (
    EncryptedJSONField,
    EncryptedTextField,
    decrypt,
    encrypt,
    keyed_hash,
)

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def kept(field: EncryptedTextField, value):
    """What the database gets, and what comes back of it."""
    column = field.get_prep_value(value)
    return column, field.from_db_value(column, None, None)


def test_encrypt_hides_and_decrypt_shows():
    secret = encrypt(b"what happened")
    assert b"what happened" not in secret
    assert decrypt(secret) == b"what happened"


def test_encrypt_twice_is_never_the_same():
    assert encrypt(b"yes") != encrypt(b"yes")


def test_older_key_still_decrypts(settings):
    settings.FIELD_ENCRYPTION_KEYS = [OLD]
    secret = encrypt(b"what happened")
    settings.FIELD_ENCRYPTION_KEYS = [NEW, OLD]
    assert decrypt(secret) == b"what happened"


def test_newest_key_encrypts(settings):
    settings.FIELD_ENCRYPTION_KEYS = [NEW, OLD]
    secret = encrypt(b"what happened")
    settings.FIELD_ENCRYPTION_KEYS = [OLD]
    with pytest.raises(InvalidToken):
        decrypt(secret)


def test_changed_bytes_are_refused():
    secret = bytearray(encrypt(b"what happened"))
    secret[30] ^= 1
    with pytest.raises(InvalidToken):
        decrypt(bytes(secret))


def test_keyed_hash_depends_on_the_secret(settings):
    first = keyed_hash("somebody")
    assert first == keyed_hash("somebody") != keyed_hash("somebody else")
    settings.SECRET_KEY = "another secret"
    assert keyed_hash("somebody") != first


@pytest.mark.parametrize("text", ["what happened – здесь 👶", ""])
def test_text_field(text):
    column, back = kept(EncryptedTextField(), text)
    assert back == text
    assert not text or text.encode() not in column


@pytest.mark.parametrize("value", [{"name": "Zoë", "n": [1, None]}, [], {}])
def test_json_field(value):
    column, back = kept(EncryptedJSONField(), value)
    assert back == value
    assert "Zoë".encode() not in column


@pytest.mark.parametrize("field", [EncryptedTextField(), EncryptedJSONField()])
def test_nothing_stays_nothing(field):
    assert kept(field, None) == (None, None)


def test_database_gives_memory(db):
    """psycopg gives a memoryview for a column of bytes."""
    column = memoryview(EncryptedTextField().get_prep_value("words"))
    assert EncryptedTextField().from_db_value(column, None, None) == "words"


def test_serialising_in_clear_is_refused():
    with pytest.raises(TypeError, match="not serialised in clear"):
        EncryptedTextField().value_to_string(models.Model)
