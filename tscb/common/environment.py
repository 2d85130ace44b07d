"""Reading the environment for the settings: plain values, yes-or-no flags, lists and secrets."""

import json
import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

SOCKET_ADDRESS = re.compile(r"unix:/.+|tcp:.+:[0-9]{1,5}")
MAILBOX = re.compile(r"[^\s@+<>]{1,20}@[^\s@<>]+")  # room for what is put behind its name
TRUE, FALSE = {"1", "true", "yes"}, {"0", "false", "no", ""}


def text(name: str, default: str | None = None) -> str:
    """The variable's value; raises ImproperlyConfigured when it is unset and has no default."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(
            f"{name} is not set. Set it as README.md, section 'In production', explains, "
            "or set TSCB_DEVELOPMENT=1 for a site on your own computer."
        )
    return value


def flag(name: str, default: bool = False) -> bool:
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in TRUE | FALSE:
        return value.lower() in TRUE
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")


def number(name: str, default: int) -> int:
    """A whole number above 0."""
    value = os.environ.get(name, str(default))
    if not value.isascii() or not value.isdigit() or not int(value):
        raise ImproperlyConfigured(f"{name} must be a whole number above 0, not {value!r}.")
    return int(value)


def mailbox(name: str) -> str:
    """`name@host`; empty where the variable is unset or empty."""
    value = os.environ.get(name, "").strip()
    if value and not MAILBOX.fullmatch(value):
        raise ImproperlyConfigured(f"{name} must be a mailbox, name@host, not {value!r}.")
    return value


def socket_address(name: str) -> str:
    """`unix:/path` or `tcp:host:port`; empty where the variable is unset or empty."""
    value = os.environ.get(name, "").strip()
    if value and not SOCKET_ADDRESS.fullmatch(value):
        raise ImproperlyConfigured(f"{name} must be unix:/path or tcp:host:port, not {value!r}.")
    return value


def words(name: str) -> list[str]:
    """A comma-separated list with at least one entry."""
    found = [word.strip() for word in text(name).split(",") if word.strip()]
    if not found:
        raise ImproperlyConfigured(f"{name} is empty: name at least one, separated by commas.")
    return found


def _check_fernet_key(name: str, place: int, key: str) -> None:
    """A key that cannot encrypt is told at the start, not by the first referral."""
    try:
        Fernet(key)
    except ValueError:
        raise ImproperlyConfigured(
            f"Key {place} in {name} is no Fernet key: make one as README.md shows."
        ) from None


class Secrets:
    """Secrets from the environment; in development, made once and kept in `made_here`."""

    def __init__(self, made_here: Path | None) -> None:
        self.made_here = made_here

    def get(self, name: str, *, minimum_length: int) -> str:
        value = self._value(name, lambda: secrets.token_urlsafe(64))
        if len(value) < minimum_length:
            raise ImproperlyConfigured(f"{name} must have at least {minimum_length} characters.")
        return value

    def fernet_keys(self, name: str) -> list[str]:
        """One key or more, separated by commas, the newest first."""
        value = self._value(name, lambda: Fernet.generate_key().decode())
        keys = [key.strip() for key in value.split(",")]
        for place, key in enumerate(keys, start=1):
            _check_fernet_key(name, place, key)
        return keys

    def _value(self, name: str, make: Callable[[], str]) -> str:
        if self.made_here and name not in os.environ:
            return self._made_once(self.made_here, name, make)
        return text(name)

    def _made_once(self, made_here: Path, name: str, make: Callable[[], str]) -> str:
        kept = json.loads(made_here.read_text()) if made_here.exists() else {}
        if name not in kept:
            kept[name] = make()
            self._keep(made_here, kept)
        return kept[name]

    @staticmethod
    def _keep(path: Path, kept: dict[str, str]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        half_written = path.with_suffix(f".{os.getpid()}")
        half_written.touch(mode=0o600)
        half_written.write_text(json.dumps(kept))
        half_written.replace(path)
