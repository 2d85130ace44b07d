"""Who sits on the panel, and the rule for the quorum."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.meetings import seats
from referrals.meetings.forms.seats import EndSeatForm, QuorumForm, SeatForm, rule_as_it_is
from referrals.meetings.views.pages import form_page
from referrals.models import QuorumRule, Seat
from referrals.models.panel_seats import Part
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post


@require_safe
@may(Act.READ_MEETINGS)
def members(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    sitting = Seat.objects.on(today)
    context = {
        "sitting": sitting,
        "others": Seat.objects.exclude(pk__in=sitting).select_related("user", "agency"),
        "rule": QuorumRule.objects.in_force_on(today),
        "keeps": can_act(Act.KEEP_MEETINGS, by=request.user),
    }
    return render(request, "referrals/meetings/members.html", context)


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def give(request: HttpRequest) -> HttpResponse:
    form, person = SeatForm(typed(request)), signed_in(request)
    if form.is_valid() and done(form, lambda: given(form, request)):
        messages.success(request, "The seat is given.")
        return redirect("panel:meetings:members")
    return form_page(request, "seat", form, person=person)


def given(form: SeatForm, request: HttpRequest) -> Seat:
    data = form.cleaned_data
    return seats.give_seat(**{**data, "part": Part(data["part"])}, by=signed_in(request))


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def end(request: HttpRequest, seat_id: int) -> HttpResponse:
    seat = Seat.objects.filter(pk=seat_id).select_related("user", "agency").first()
    if seat is None:
        raise Http404
    form, person = EndSeatForm(typed(request), initial={"until": seat.until}), signed_in(request)
    if form.is_valid() and done(
        form, lambda: seats.end_seat(seat_id=seat_id, by=person, **form.cleaned_data)
    ):
        messages.success(request, "The last day of the seat is kept.")
        return redirect("panel:meetings:members")
    return form_page(request, "end_seat", form, seat=seat)


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def quorum(request: HttpRequest) -> HttpResponse:
    form, person = QuorumForm(typed(request), initial=rule_as_it_is()), signed_in(request)
    if form.is_valid() and done(form, lambda: seats.set_quorum(needed=form.needed, by=person)):
        messages.success(request, "The rule is kept. It holds from today.")
        return redirect("panel:meetings:members")
    return form_page(request, "quorum", form)
