"""Asking once more who it is, before what cannot be taken back or leaves the site.

    @fresh_sign_in
    def export(request): ...

The password and the second factor, or a passkey by itself, were given within the last five minutes:
at the sign-in, or since then on the page that asks again. Whoever is sent to that page comes back
to where they were going; a form that they had sent is kept meanwhile (sessions/kept_forms.py), and
nothing is done before they press again.
"""

import time
from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from tscb.board.roles import signed_in
from tscb.board.sessions.kept_forms import keep
from tscb.common.web import View

FRESH_FOR = timedelta(minutes=5)
PASSWORD, SECOND_FACTOR = "password", "mfa"  # as django-allauth calls them
Record = Mapping[str, Any]


class SignInIsOld(PermissionDenied):
    """Its message is a sentence for the person."""


def missing(request: HttpRequest) -> set[str]:
    """What has to be given again: nothing, the password, the second factor, or both."""
    return missing_from(get_authentication_records(request, request.user), time.time())


def missing_from(records: Iterable[Record], now: float) -> set[str]:
    fresh = [record for record in records if now - record["at"] < FRESH_FOR.total_seconds()]
    if any(record.get("passwordless") for record in fresh):
        return set()
    return {PASSWORD, SECOND_FACTOR} - {record["method"] for record in fresh}


def is_fresh(request: HttpRequest) -> bool:
    return not missing(request)


def check_fresh(request: HttpRequest) -> None:
    """For actions that a view calls with a request of its own to answer for."""
    if not is_fresh(request):
        raise SignInIsOld("Show once more that it is you before you do this.")


def fresh_sign_in(view: View) -> View:
    """Stands below what asks whether the person may at all: a refusal comes first."""

    @wraps(view)
    def freshly(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        return view(request, *args, **kwargs) if is_fresh(request) else ask_again(request)

    return freshly


def ask_again(request: HttpRequest) -> HttpResponse:
    """To the page that asks, and from there back here, or to what was sent here."""
    back = request.get_full_path()
    if request.method == "POST":
        back = keep(request, signed_in(request)) or back
    return redirect(f"{reverse('sign_in_again')}?{urlencode({'next': back})}")
