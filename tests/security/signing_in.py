"""How tests sign in the way people do: through the pages, with a code of the moment."""

import time
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest
from django.test import Client

from tests.factories.people import PASSWORD, SECRET
from tscb.board.models import User
from tscb.board.sample import PERIOD, code_now

LOGIN, CODE = "/staff/login/", "/staff/second-factor/authenticate/"
NEAR_THE_END = 5  # seconds: a code that is about to change is not waited for by a slow machine


def code() -> str:
    """The authenticator's code, which holds for some seconds yet."""
    left = PERIOD - time.time() % PERIOD
    if left < NEAR_THE_END:
        time.sleep(left)
    return code_now(SECRET)


def type_password(client: Client, email: str, password: str = PASSWORD, **headers: Any) -> Any:
    return client.post(LOGIN, {"login": email, "password": password}, **headers)


def type_code(client: Client, typed: str) -> Any:
    return client.post(CODE, {"code": typed})


def is_in(client: Client) -> bool:
    """Whether the admin's first page opens."""
    return client.get("/admin/").status_code == 200


def just_confirmed(client: Client, person: User) -> None:
    """Marks the session as that of somebody who has just typed the password once more."""
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, person, "password", reauthenticated=True)
    request.session.save()
