"""The guard before a page of the panel: refuses, and records the refusal, before the view has
looked anything up.
"""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from referrals.casework.acts import Act, check_act
from referrals.models import Verb, record, staff
from tscb.common.web import View


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
                record(Verb.REFUSED, by=staff(request.user), referral_id=referral_id)
                raise
            found = {"referral_id": referral_id} if referral_id else {}
            return view(request, **found, **kwargs)

        return entered

    return guarded
