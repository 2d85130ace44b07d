"""Keeping a form that came when its sender had to sign in again first, and giving it back.

Forms of the pages for signing in are never kept: passwords and codes are typed there.
"""

import hashlib
import json
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass

from cryptography.fernet import Fernet
from django.forms.utils import pretty_name
from django.http import HttpRequest
from django.urls import reverse

from tscb.board.models import KeptForm, User
from tscb.board.models.kept_form import KeptForms
from tscb.common.encryption import token_digest
from tscb.common.throttling import allow

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of an input
SIGNING_IN = "/staff/"
KEPT = "kept_form"  # the input by which a form that is sent again says which it was
AN_HOUR = 3600
MOST_IN_AN_HOUR = 60
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Typed:
    """One form as it came: where it was sent, and every input of it but the page's token."""

    to: str
    inputs: Pairs
    had_files: bool

    def words(self) -> Pairs:
        """Name and text of each input that says something, to be read by a person."""
        return [(pretty_name(name), text) for name, text in self.inputs if text.strip()]


def typed_in(request: HttpRequest) -> Typed:
    inputs = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in (TOKEN, KEPT)
        for value in values
        if isinstance(value, str)
    ]
    had_files = bool(request.FILES) or getattr(request, "files_left_out", False)
    return Typed(request.get_full_path(), inputs, had_files)


def keep(request: HttpRequest, person: User) -> str | None:
    """Gives the address of the page that hands it back; None where it is not kept."""
    for_signing_in = request.path_info.startswith(SIGNING_IN)
    if for_signing_in or not allow("kept-form", str(person.pk), MOST_IN_AN_HOUR, AN_HOUR):
        return None
    typed, token = typed_in(request), secrets.token_urlsafe(32)
    text = json.dumps([typed.to, typed.inputs, typed.had_files]).encode()
    sealed = _box(token).encrypt(text)
    KeptForm.objects.create(person=person, digest=token_digest(token), sealed=sealed)
    return reverse("kept_form", args=[token])


def kept_for(person: User, token: str) -> Typed | None:
    kept = _of(person, token).first()
    if kept is None:
        return None
    to, inputs, had_files = json.loads(_box(token).decrypt(bytes(kept.sealed)))
    return Typed(to, [(name, text) for name, text in inputs], had_files)


def let_go(person: User, token: str) -> None:
    """It has been sent again, and arrived."""
    _of(person, token).delete()


def remove_spent() -> None:
    KeptForm.objects.spent().delete()


def _of(person: User, token: str) -> KeptForms:
    return KeptForm.objects.usable().filter(person=person, digest=token_digest(token))


def _box(token: str) -> Fernet:
    key = hashlib.sha256(f"kept form:{token}".encode()).digest()
    return Fernet(urlsafe_b64encode(key))
