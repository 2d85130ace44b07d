"""Reading the environment for the settings: plain values, yes-or-no flags, lists and secrets."""

import json
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

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


def words(name: str) -> list[str]:
    """A comma-separated list with at least one entry."""
    found = [word.strip() for word in text(name).split(",") if word.strip()]
    if not found:
        raise ImproperlyConfigured(f"{name} is empty: name at least one, separated by commas.")
    return found


class Secrets:
    """Secrets from the environment; in development, made once and kept in `made_here`."""

    def __init__(self, made_here: Path | None) -> None:
        self.made_here = made_here

    def get(self, name: str, *, minimum_length: int = 1, fernet_key: bool = False) -> str:
        if self.made_here and name not in os.environ:
            return self._make_once(name, fernet_key)
        value = text(name)
        if len(value) < minimum_length:
            raise ImproperlyConfigured(f"{name} must have at least {minimum_length} characters.")
        return value

    def _make_once(self, name: str, fernet_key: bool) -> str:
        assert self.made_here is not None  # noqa: S101 - narrows the type for mypy
        kept = json.loads(self.made_here.read_text()) if self.made_here.exists() else {}
        if name not in kept:
            kept[name] = Fernet.generate_key().decode() if fernet_key else secrets.token_urlsafe(64)
            self._keep(self.made_here, kept)
        return kept[name]

    @staticmethod
    def _keep(path: Path, kept: dict[str, str]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        half_written = path.with_suffix(f".{os.getpid()}")
        half_written.touch(mode=0o600)
        half_written.write_text(json.dumps(kept))
        half_written.replace(path)
