"""Planning a meeting, moving it, cancelling it."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from referrals.casework.acts import Act
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.meetings import planning
from referrals.meetings.finding import meeting_or_404
from referrals.meetings.forms.planning import CancelForm, MeetingForm, as_it_is
from referrals.meetings.views.pages import form_page
from referrals.meetings.waiting import suggested
from referrals.models import Meeting
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def plan(request: HttpRequest) -> HttpResponse:
    form, person = MeetingForm(typed(request), initial=chosen_day(request)), signed_in(request)
    made: list[Meeting] = []
    if form.is_valid() and done(
        form, lambda: made.append(planning.plan(arranged=form.arranged, by=person))
    ):
        messages.success(request, "The meeting is planned. Put cases on its agenda, then invite.")
        return redirect("panel:meetings:one", made[0].pk)
    return form_page(request, "plan", form, suggested=suggested(person))


def chosen_day(request: HttpRequest) -> dict[str, date]:
    """A suggested day that was clicked."""
    try:
        return {"day": date.fromisoformat(request.GET.get("day", ""))}
    except ValueError:
        return {}


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def change(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    meeting, person = meeting_or_404(meeting_id), signed_in(request)
    form = MeetingForm(typed(request), initial=as_it_is(meeting))
    if form.is_valid() and done(
        form,
        lambda: planning.change(meeting_id=meeting_id, arranged=form.arranged, by=person),
    ):
        messages.success(request, "The meeting is changed. Whoever has to know gets an email.")
        return redirect("panel:meetings:one", meeting_id)
    return form_page(request, "change", form, meeting)


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def cancel(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    meeting, person = meeting_or_404(meeting_id), signed_in(request)
    others = Meeting.objects.to_come().exclude(pk=meeting_id)
    has_cases = planning.has_cases(meeting)
    form = CancelForm(typed(request), offered=others, has_cases=has_cases)
    if form.is_valid() and done(
        form,
        lambda: planning.cancel(meeting_id=meeting_id, cases_to=form.chosen, by=person),
    ):
        messages.success(request, "The meeting is cancelled. Whoever has to know gets an email.")
        return redirect("panel:meetings:list")
    return form_page(request, "cancel", form, meeting, others=others, has_cases=has_cases)
