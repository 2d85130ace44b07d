"""The guard before a page of the panel: refuses, and records the refusal, before the view has
looked anything up; and says calmly what stands in the way of a case that cannot be shown.
"""

import logging
from collections.abc import Callable
from functools import wraps
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render

from referrals.casework.acts import Act, check_act
from referrals.models import Referral, Verb, record, staff
from tscb.common.web import View

log = logging.getLogger(__name__)


def may(act: Act) -> Callable[[View], View]:
    """Lets in who may do this at all. Whether this case is so far is for the action to say."""

    def guarded(view: View) -> View:
        @wraps(view)
        def entered(
            request: HttpRequest, referral_id: UUID | None = None, **kwargs: object
        ) -> HttpResponseBase:
            try:
                check_act(act, by=request.user)
            except PermissionDenied:
                refused(request, referral_id)
                raise
            found = {"referral_id": referral_id} if referral_id else {}
            try:
                return view(request, **found, **kwargs)
            except Referral.DoesNotExist:
                refused(request, referral_id)  # it was shut to this person a moment ago
                raise Http404 from None
            except InvalidToken:
                refused(request, referral_id)
                return without_a_key(request)

        return entered

    return guarded


def refused(request: HttpRequest, referral_id: UUID | None) -> None:
    record(Verb.REFUSED, by=staff(request.user), referral_id=referral_id)


def without_a_key(request: HttpRequest) -> HttpResponseBase:
    """Nobody at the screen can do anything about it, and nothing is lost by waiting."""
    log.error("A case was opened that no key opens: see docs/keys.md.")
    return render(request, "referrals/panel/no_key.html", status=503)
