"""The keys: the newest encrypts, all decrypt, and a token says which of them made it."""

import pytest
from cryptography.fernet import Fernet, InvalidToken

from tscb.common.encryption import decrypt, encrypt, place_of_key, with_newest_key

OLD, NEW, FOREIGN = (Fernet.generate_key().decode() for _ in range(3))


@pytest.fixture
def made_with_old(settings) -> bytes:
    """A token made before the new key came."""
    settings.FIELD_ENCRYPTION_KEYS = [OLD]
    secret = encrypt(b"what happened")
    settings.FIELD_ENCRYPTION_KEYS = [NEW, OLD]
    return secret


def test_encrypt_hides_and_decrypt_shows():
    secret = encrypt(b"what happened")
    assert b"what happened" not in secret
    assert decrypt(secret) == b"what happened"


def test_encrypt_twice_is_never_the_same():
    assert encrypt(b"yes") != encrypt(b"yes")


def test_older_key_still_decrypts(made_with_old):
    assert decrypt(made_with_old) == b"what happened"


def test_newest_key_encrypts(settings):
    settings.FIELD_ENCRYPTION_KEYS = [NEW, OLD]
    secret = encrypt(b"what happened")
    settings.FIELD_ENCRYPTION_KEYS = [OLD]
    with pytest.raises(InvalidToken):
        decrypt(secret)


def test_changed_bytes_are_refused():
    secret = bytearray(encrypt(b"what happened"))
    secret[30] = ord("A") if secret[30] != ord("A") else ord("B")
    assert place_of_key(bytes(secret)) is None
    with pytest.raises(InvalidToken):
        decrypt(bytes(secret))


def test_token_says_which_key_made_it(made_with_old):
    assert place_of_key(made_with_old) == 1
    assert place_of_key(encrypt(b"today")) == 0
    assert place_of_key(Fernet(FOREIGN).encrypt(b"elsewhere")) is None


@pytest.mark.parametrize("nonsense", [b"", b"A", b"clear text", b"gAAAAA==", "é".encode()])
def test_nonsense_was_made_by_no_key(nonsense):
    assert place_of_key(nonsense) is None


def test_with_newest_key_keeps_the_text_and_the_time(made_with_old, settings):
    renewed = with_newest_key(made_with_old)
    assert place_of_key(renewed) == 0
    assert decrypt(renewed) == b"what happened"
    times = [
        Fernet(key).extract_timestamp(token)
        for key, token in ((OLD, made_with_old), (NEW, renewed))
    ]
    assert times[0] == times[1]
