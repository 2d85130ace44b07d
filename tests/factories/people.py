"""People of the board, and how they sign in."""

from functools import lru_cache
from itertools import count
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.test import Client

from tscb.board.models import User
from tscb.board.roles import Role, give
from tscb.board.sample import WORK_IN_ADMIN, code_now
from tscb.board.sessions.limits import begin

PASSWORD = "a long pass phrase for tests"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # of every authenticator in the tests
numbers = count(1)


def make_person(*roles: Role, second_factor: bool = True, **fields: Any) -> User:
    """Somebody with the password PASSWORD and, unless told otherwise, an authenticator."""
    fields.setdefault("email", f"person{next(numbers)}@board.example")
    in_admin = not WORK_IN_ADMIN.isdisjoint(roles)
    fields.setdefault("is_staff", in_admin or fields.get("is_superuser", False))
    person = User.objects.create(password=_hashed(), **fields)
    if roles:
        give(person, *roles)
    if second_factor:
        TOTP.activate(person, SECRET)
    return person


def sign_in(client: Client, person: User, *, second_factor: bool = True) -> Client:
    """Opens a session as the sign-in pages do, with their record of how it was opened."""
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, person, "password", email=person.email)
    if second_factor:
        record_authentication(request, person, "mfa", type=Authenticator.Type.TOTP.value)
    begin(request.session)
    request.session.save()
    return client


def sign_in_through_pages(
    client: Client, person: User, *, password: str = PASSWORD, next_page: str = "/staff/"
) -> Any:
    """Types the password, then the authenticator's code; gives the last page."""
    sign_in_at = f"/staff/login/?next={next_page}"
    asked = client.post(sign_in_at, {"login": person.email, "password": password}, follow=True)
    at = asked.request["PATH_INFO"]
    return client.post(at, {"code": code_now(SECRET)}, follow=True)


@lru_cache
def _hashed() -> str:
    """Argon2 is slow on purpose: once is enough."""
    return make_password(PASSWORD)
