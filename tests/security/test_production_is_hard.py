"""Settings as production has them: nothing relaxed, and nothing missing without being told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.security.production import ROOT, environment

ASKED = """
import json
from django.conf import settings
print(json.dumps({name: getattr(settings, name) for name in %r}, default=str))
"""
HARD = {
    "DEBUG": False,
    "SESSION_COOKIE_SECURE": True,
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "SESSION_COOKIE_AGE": 8 * 3600,
    "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
    "CSRF_COOKIE_SECURE": True,
    "CSRF_COOKIE_HTTPONLY": True,
    "CSRF_COOKIE_AGE": None,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": False,
    "ALLAUTH_TRUSTED_PROXY_COUNT": 1,
    "EMAIL_USE_TLS": True,
    "FILE_UPLOAD_PERMISSIONS": 0o600,
    "PASSWORD_HASHERS": [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ],
}
NEEDED = ("DATABASE_URL", "SECRET_KEY", "FIELD_ENCRYPTION_KEYS", "ALLOWED_HOSTS", "SITE_ADDRESS")


def asked(known: dict[str, str]) -> subprocess.CompletedProcess[str]:
    program = ASKED % list(HARD)
    env = known | {"DJANGO_SETTINGS_MODULE": "tscb.settings"}
    run = [sys.executable, "-c", program]
    return subprocess.run(run, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def test_nothing_is_relaxed(tmp_path: Path) -> None:
    assert json.loads(asked(environment(tmp_path)).stdout) == HARD


@pytest.mark.parametrize("name", NEEDED)
def test_what_is_missing_is_said_and_stops_the_start(tmp_path: Path, name: str) -> None:
    known = environment(tmp_path)
    del known[name]
    done = asked(known)
    assert done.returncode != 0
    assert f"{name} is not set. Set it as README.md" in done.stderr


def test_debug_cannot_be_switched_on_by_itself(tmp_path: Path) -> None:
    known = environment(tmp_path) | {"TSCB_DEBUG": "1"}
    assert json.loads(asked(known).stdout)["DEBUG"] is False


def test_warnings_of_the_deployment_check_are_errors(tmp_path: Path) -> None:
    run = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    known = environment(tmp_path)
    done = subprocess.run(run, cwd=ROOT, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
