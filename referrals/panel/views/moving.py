"""Putting a referral before the panel, on a page of its own.

Nothing of the case stands there: no reading is to be recorded for pressing a button.
"""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.casework.acts import Act
from referrals.casework.finding import found_or_404
from referrals.casework.forms import typed
from referrals.casework.guards import may
from referrals.models import Referral, panel_dates_of
from referrals.models.status import WrongState
from referrals.panel.forms import DayForm, MeetingForm
from referrals.panel.moves import WrongDay, can_set_meeting, set_meeting
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post

Move = Callable[..., Referral]


@answers_get_and_post
@may(Act.SET_MEETING)
def meeting(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = found_or_404(request, referral_id)
    dates = panel_dates_of(referral)
    form = MeetingForm(typed(request), initial={"day": dates and dates.meeting_on})
    if form.is_valid() and done(request, referral, form, set_meeting):
        return redirect("panel:referral", referral_id)
    context = {"can": can_set_meeting(referral, signed_in(request)), "dates": dates}
    return page(request, referral, form, "referrals/panel/meeting.html", **context)


def done(request: HttpRequest, referral: Referral, form: DayForm, act: Move) -> bool:
    """Whether the day could be kept; if not, the form says why."""
    try:
        act(referral_id=referral.pk, day=form.cleaned_data["day"], by=signed_in(request))
    except WrongDay as wrong:
        form.add_error("day", str(wrong))
    except WrongState as wrong:
        form.add_error(None, str(wrong))
    else:
        messages.success(request, form.told)
    return not form.errors


def page(
    request: HttpRequest, referral: Referral, form: DayForm, template: str, **more: object
) -> HttpResponse:
    return render(request, template, {"form": form, "referral": referral, **more})
