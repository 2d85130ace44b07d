"""Sample people, for a site on one's own computer: passwords and authenticator secrets are drawn
at random and kept in a file beside the data, so that no known password ever opens a site. With them
come the words in other languages that no speaker has checked yet, marked as a sample.
"""

import json
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from django.conf import settings
from django.db import transaction
from django.db.models import ProtectedError

from tscb.board.models import User, WordsInLanguage
from tscb.board.roles import Role, give

LEAD = Role.DATA_PROTECTION_LEAD
PERIOD = 30  # seconds a code of an authenticator app holds
FILE = settings.DATA_DIR / "sample-sign-ins.json"
WORK_IN_ADMIN = {Role.EDITOR, Role.DATA_PROTECTION_LEAD}


@dataclass(frozen=True)
class SamplePerson:
    email: str
    first_name: str
    last_name: str
    what: str
    roles: tuple[Role, ...] = ()
    is_superuser: bool = False


PEOPLE = [
    SamplePerson("editor@sample.example", "Edie", "Torr", "Editor", (Role.EDITOR,)),
    SamplePerson("second@sample.example", "Sid", "Check", "Second editor", (Role.EDITOR,)),
    SamplePerson("panel@sample.example", "Pan", "Elmer", "Panel member", (Role.PANEL_MEMBER,)),
    SamplePerson("coordinator@sample.example", "Cora", "Nator", "Coordinator", (Role.COORDINATOR,)),
    SamplePerson(
        "chair@sample.example", "Ira", "Dent", "Independent chair", (Role.INDEPENDENT_CHAIR,)
    ),
    SamplePerson("lead@sample.example", "Dee", "Pee", "Data-protection lead", (LEAD,)),
    SamplePerson("admin@sample.example", "Ada", "Min", "Administrator", is_superuser=True),
]


@transaction.atomic
def load() -> None:
    """Makes the sample people anew; an older file of their sign-ins is replaced."""
    remove()
    _write({person.email: _make(person) for person in PEOPLE})
    # Shown with a mark, so that the page can be seen as it will be: no speaker has checked them.
    WordsInLanguage.objects.filter(checked_on=None).update(is_sample=True)


def editors() -> list[User]:
    """The sample people who write and check."""
    emails = [person.email for person in PEOPLE if Role.EDITOR in person.roles]
    return list(User.objects.filter(is_sample=True, email__in=emails).order_by("email"))


@transaction.atomic
def remove() -> None:
    for user in User.objects.filter(is_sample=True):
        _remove(user)
    WordsInLanguage.objects.filter(is_sample=True).update(is_sample=False)
    FILE.unlink(missing_ok=True)


def _remove(user: User) -> None:
    """Who is part of a record that stays, such as an upload, loses the sign-in alone."""
    try:
        user.delete()
    except ProtectedError:
        user.set_unusable_password()
        user.is_active = False
        user.save()
        Authenticator.objects.filter(user=user).delete()


def sign_ins() -> Iterator[tuple[SamplePerson, str, str]]:
    """Each sample person with their password and the authenticator's code of this half minute."""
    kept = json.loads(FILE.read_text()) if FILE.exists() else {}
    for person in PEOPLE:
        if person.email in kept:
            known = kept[person.email]
            yield person, known["password"], code_now(known["secret"])


def code_now(secret: str) -> str:
    """What an authenticator app with this secret shows now: six digits."""
    return f"{hotp_value(secret, int(time.time()) // PERIOD):06}"


def _make(person: SamplePerson) -> dict[str, Any]:
    password, secret = secrets.token_urlsafe(12), generate_totp_secret()
    user, _ = User.objects.update_or_create(email=person.email, defaults=_fields(person))
    user.set_password(password)
    user.save()
    give(user, *person.roles)
    TOTP.activate(user, secret)
    return {"password": password, "secret": secret}


def _fields(person: SamplePerson) -> dict[str, Any]:
    return {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "is_sample": True,
        "is_active": True,
        "is_staff": person.is_superuser or not WORK_IN_ADMIN.isdisjoint(person.roles),
        "is_superuser": person.is_superuser,
    }


def _write(kept: dict[str, Any]) -> None:
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.touch(mode=0o600)
    FILE.write_text(json.dumps(kept, indent=1))
