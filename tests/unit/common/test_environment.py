"""Values from the environment: what is missing or odd stops the start with a sentence."""

import json

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

from tscb.common import environment
from tscb.common.environment import Secrets


def test_text_set(monkeypatch):
    monkeypatch.setenv("SOME_NAME", "a value")
    assert environment.text("SOME_NAME") == "a value"


def test_text_unset_with_default(monkeypatch):
    monkeypatch.delenv("SOME_NAME", raising=False)
    assert environment.text("SOME_NAME", default="other") == "other"


def test_text_unset_says_what_to_do(monkeypatch):
    monkeypatch.delenv("SOME_NAME", raising=False)
    with pytest.raises(ImproperlyConfigured, match=r"SOME_NAME is not set.*README\.md"):
        environment.text("SOME_NAME")


@pytest.mark.parametrize(
    ("value", "means"), [("1", True), ("Yes", True), ("0", False), ("no", False), ("", False)]
)
def test_flag_set(monkeypatch, value, means):
    monkeypatch.setenv("SOME_FLAG", value)
    assert environment.flag("SOME_FLAG", default=not means) is means


def test_flag_unset_has_its_default(monkeypatch):
    monkeypatch.delenv("SOME_FLAG", raising=False)
    assert environment.flag("SOME_FLAG", default=True) is True


def test_flag_odd_is_refused(monkeypatch):
    monkeypatch.setenv("SOME_FLAG", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="SOME_FLAG must be 1 or 0, not 'perhaps'"):
        environment.flag("SOME_FLAG")


def test_number_is_read_or_has_its_default(monkeypatch):
    monkeypatch.delenv("SOME_NUMBER", raising=False)
    assert environment.number("SOME_NUMBER", default=7) == 7
    monkeypatch.setenv("SOME_NUMBER", "12")
    assert environment.number("SOME_NUMBER", default=7) == 12


@pytest.mark.parametrize("value", ["", "0", "-1", "1.5", "many", "１"])
def test_number_that_is_none_is_refused(monkeypatch, value):
    monkeypatch.setenv("SOME_NUMBER", value)
    with pytest.raises(ImproperlyConfigured, match="SOME_NUMBER must be a whole number above 0"):
        environment.number("SOME_NUMBER", default=7)


@pytest.mark.parametrize(
    "value", ["", "unix:/run/clamav/clamd.ctl", "tcp:127.0.0.1:3310", "tcp:[::1]:3310"]
)
def test_address_of_a_socket(monkeypatch, value):
    monkeypatch.setenv("SOME_ADDRESS", f" {value} ")
    assert environment.socket_address("SOME_ADDRESS") == value


@pytest.mark.parametrize("value", ["localhost", "tcp:localhost", "unix:", "/run/clamd.ctl"])
def test_address_that_is_none_is_refused(monkeypatch, value):
    monkeypatch.setenv("SOME_ADDRESS", value)
    with pytest.raises(ImproperlyConfigured, match="SOME_ADDRESS must be unix:/path or tcp"):
        environment.socket_address("SOME_ADDRESS")


@pytest.mark.parametrize("value", ["", "bounces@board.example"])
def test_mailbox(monkeypatch, value):
    monkeypatch.setenv("SOME_MAILBOX", f" {value} ")
    assert environment.mailbox("SOME_MAILBOX") == value


@pytest.mark.parametrize("value", ["bounces", "@board.example", "a b@c.example", "a+b@c.example"])
def test_mailbox_that_is_none_is_refused(monkeypatch, value):
    monkeypatch.setenv("SOME_MAILBOX", value)
    with pytest.raises(ImproperlyConfigured, match="SOME_MAILBOX must be a mailbox"):
        environment.mailbox("SOME_MAILBOX")


def test_words_are_trimmed(monkeypatch):
    monkeypatch.setenv("SOME_WORDS", " one.example, two.example,, ")
    assert environment.words("SOME_WORDS") == ["one.example", "two.example"]


def test_words_empty_are_refused(monkeypatch):
    monkeypatch.setenv("SOME_WORDS", " , ")
    with pytest.raises(ImproperlyConfigured, match="SOME_WORDS is empty"):
        environment.words("SOME_WORDS")


def test_secret_from_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("SOME_SECRET", "from outside")
    assert Secrets(tmp_path / "kept.json").get("SOME_SECRET", minimum_length=5) == "from outside"
    assert not (tmp_path / "kept.json").exists()


def test_secret_too_short_is_refused(monkeypatch):
    monkeypatch.setenv("SOME_SECRET", "short")
    with pytest.raises(ImproperlyConfigured, match="SOME_SECRET must have at least 50 characters"):
        Secrets(None).get("SOME_SECRET", minimum_length=50)


def test_secret_missing_in_production_is_refused(monkeypatch):
    monkeypatch.delenv("SOME_SECRET", raising=False)
    with pytest.raises(ImproperlyConfigured, match="SOME_SECRET is not set"):
        Secrets(None).get("SOME_SECRET", minimum_length=1)


def test_secret_in_development_is_made_once_and_kept_privately(monkeypatch, tmp_path):
    monkeypatch.delenv("SOME_SECRET", raising=False)
    kept = tmp_path / "folder" / "kept.json"
    made = Secrets(kept).get("SOME_SECRET", minimum_length=50)
    assert Secrets(kept).get("SOME_SECRET", minimum_length=50) == made
    assert json.loads(kept.read_text()) == {"SOME_SECRET": made}
    assert kept.stat().st_mode & 0o777 == 0o600


def test_secrets_in_development_stand_side_by_side(monkeypatch, tmp_path):
    for name in ("SOME_SECRET", "SOME_KEYS"):
        monkeypatch.delenv(name, raising=False)
    secrets = Secrets(tmp_path / "kept.json")
    made = {"SOME_SECRET": secrets.get("SOME_SECRET", minimum_length=1)}
    [made["SOME_KEYS"]] = secrets.fernet_keys("SOME_KEYS")
    assert json.loads((tmp_path / "kept.json").read_text()) == made


def test_fernet_keys_newest_first(monkeypatch):
    keys = [Fernet.generate_key().decode() for _ in range(2)]
    monkeypatch.setenv("SOME_KEYS", f"{keys[0]}, {keys[1]}")
    assert Secrets(None).fernet_keys("SOME_KEYS") == keys


@pytest.mark.parametrize("odd", ["", "not a key", "Zm9v"])
def test_fernet_key_that_cannot_encrypt_is_refused(monkeypatch, odd):
    monkeypatch.setenv("SOME_KEYS", f"{Fernet.generate_key().decode()},{odd}")
    with pytest.raises(ImproperlyConfigured, match="Key 2 in SOME_KEYS is no Fernet key"):
        Secrets(None).fernet_keys("SOME_KEYS")
