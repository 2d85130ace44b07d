"""The deadlines of one case, and what a coordinator does to them."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.finding import found_or_404, opened_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.clock.changing import (
    ENTERED_BY_HAND,
    enter_day,
    move_deadline,
    put_deadline_back,
    take_day_away,
)
from referrals.clock.forms import DayForm, MoveForm
from referrals.clock.standing import standing_of
from referrals.models import ClockEvent, Deadline, Referral
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post


@require_safe
@may(Act.READ)
def deadlines(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = opened_or_404(request, referral_id, about="deadlines")
    context = {
        "standings": standing_of(referral),
        "happened": referral.case_events.all(),
        "by_hand": ENTERED_BY_HAND,
        "can_move": can_act(Act.MOVE_DEADLINE, by=request.user, referral=referral),
        "can_enter": can_act(Act.ENTER_DAY, by=request.user, referral=referral),
    }
    return case_page(request, "referrals/clock/case.html", referral, **context)


@answers_get_and_post
@may(Act.ENTER_DAY)
def day(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral, form = found_or_404(request, referral_id), DayForm(typed(request))
    if form.is_valid() and done(form, partial(entered, form, referral, request)):
        messages.success(request, "The day is kept, and the deadlines are counted from it.")
        return redirect("panel:clock:case", referral_id)
    return case_page(request, "referrals/clock/day.html", referral, form=form)


def entered(form: DayForm, referral: Referral, request: HttpRequest) -> None:
    given = form.cleaned_data
    event = ClockEvent(given["event"])
    enter_day(referral_id=referral.pk, event=event, day=given["day"], by=signed_in(request))


@require_POST
@may(Act.ENTER_DAY)
def no_day(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral, event = found_or_404(request, referral_id), request.POST.get("event", "")
    if event not in ENTERED_BY_HAND:
        raise Http404
    take_day_away(referral_id=referral.pk, event=ClockEvent(event), by=signed_in(request))
    messages.success(request, "The day is taken away.")
    return redirect("panel:clock:case", referral_id)


@answers_get_and_post
@may(Act.MOVE_DEADLINE)
def move(request: HttpRequest, referral_id: UUID, deadline_id: int) -> HttpResponse:
    referral = opened_or_404(request, referral_id, about="deadlines")
    deadline, person = deadline_or_404(referral, deadline_id), signed_in(request)
    if request.method == "POST" and "back" in request.POST:
        put_deadline_back(referral_id=referral.pk, deadline_id=deadline.pk, by=person)
        return redirect("panel:clock:case", referral_id)
    shown = {"day": deadline.due_on, "reason": deadline.moved_reason}
    form = MoveForm(typed(request), initial=shown if deadline.is_moved else None)
    if form.is_valid() and done(form, partial(moved, form, deadline, request)):
        messages.success(request, "The deadline is moved.")
        return redirect("panel:clock:case", referral_id)
    return case_page(request, "referrals/clock/move.html", referral, form=form, chosen=deadline)


def moved(form: MoveForm, deadline: Deadline, request: HttpRequest) -> None:
    given, referral_id = form.cleaned_data, deadline.referral_id
    move_deadline(
        referral_id=referral_id,
        deadline_id=deadline.pk,
        day=given["day"],
        reason=given["reason"],
        by=signed_in(request),
    )


def deadline_or_404(referral: Referral, deadline_id: int) -> Deadline:
    found = referral.deadlines.select_related("rule").filter(pk=deadline_id).first()
    if found is None:
        raise Http404
    return found
