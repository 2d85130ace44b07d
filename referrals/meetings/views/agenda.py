"""Making an agenda, and choosing the meeting of a case."""

from collections.abc import Callable
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from referrals.casework.acts import Act, can_act
from referrals.casework.finding import found_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.meetings import agenda
from referrals.meetings.finding import meeting_or_404
from referrals.meetings.forms.agenda import BusinessForm, CasesForm, OrderForm
from referrals.meetings.forms.planning import WhichMeetingForm
from referrals.meetings.views.pages import form_page
from referrals.meetings.waiting import waiting_for_a_meeting
from referrals.models import Meeting, next_meeting_of, panel_dates_of
from referrals.models.status import WrongState
from tscb.board.models import User
from tscb.board.roles import signed_in
from tscb.common.forms import GovukForm
from tscb.common.web import answers_get_and_post

CASES, BUSINESS, ORDER = "cases", "business", "order"
Forms = dict[str, GovukForm]


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def edit(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Three forms on one page; each button sends its own."""
    meeting, person = meeting_or_404(meeting_id), signed_in(request)
    forms, sent = forms_of(request, meeting, person), request.POST.get("form", "")
    if sent in forms and forms[sent].is_valid():
        act = ACTS[sent]
        if done(forms[sent], lambda: act(forms[sent], meeting, person)):
            messages.success(request, "The agenda is changed.")
            return redirect("panel:meetings:agenda", meeting_id)
    hidden = meeting.items.count() - len(cast("OrderForm", forms[ORDER]).items)
    context = {"meeting": meeting, "hidden": hidden, "forms": forms, "form": forms.get(sent)}
    return render(request, "referrals/meetings/agenda.html", context)


def forms_of(request: HttpRequest, meeting: Meeting, person: User) -> Forms:
    sent = request.POST.get("form")
    given = {name: request.POST if sent == name else None for name in ACTS}
    items = meeting.items.visible_to(person).select_related("referral")
    return {
        CASES: CasesForm(given[CASES], waiting=waiting_for_a_meeting(person)),
        BUSINESS: BusinessForm(given[BUSINESS]),
        ORDER: OrderForm(given[ORDER], items=items),
    }


@transaction.atomic
def add_cases(form: CasesForm, meeting: Meeting, person: User) -> None:
    """All that were ticked, or none."""
    for chosen in form.cleaned_data["cases"]:
        agenda.put_before_panel(referral_id=UUID(chosen), meeting_id=meeting.pk, by=person)


def add_business(form: BusinessForm, meeting: Meeting, person: User) -> None:
    agenda.add_business(meeting_id=meeting.pk, by=person, **form.cleaned_data)


def arrange(form: OrderForm, meeting: Meeting, person: User) -> None:
    agenda.arrange(meeting_id=meeting.pk, order=form.order, by=person)


ACTS: dict[str, Callable[..., None]] = {
    CASES: add_cases,
    BUSINESS: add_business,
    ORDER: arrange,
}


@require_POST
@may(Act.KEEP_MEETINGS)
def take_off(request: HttpRequest, meeting_id: UUID, item_id: int) -> HttpResponse:
    meeting_or_404(meeting_id)
    try:
        agenda.take_off(meeting_id=meeting_id, item_id=item_id, by=signed_in(request))
    except WrongState as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "It is off the agenda.")
    return redirect("panel:meetings:agenda", meeting_id)


@answers_get_and_post
@may(Act.SET_MEETING)
def choose(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The meeting of a case. Nothing of the case stands here: no reading is to be recorded."""
    referral, person = found_or_404(request, referral_id), signed_in(request)
    current = next_meeting_of(referral.pk)
    offered = list(Meeting.objects.planned())
    label = "At which meeting is it to be looked at?"
    form = WhichMeetingForm(
        typed(request), offered=offered, label=label, initial={"meeting": current and current.pk}
    )
    if form.is_valid() and done(
        form,
        lambda: agenda.put_before_panel(
            referral_id=referral_id, meeting_id=form.chosen_one, by=person
        ),
    ):
        messages.success(request, "It is on the agenda. The referrer can see the day.")
        return redirect("panel:referral", referral_id)
    can = can_act(Act.SET_MEETING, by=person, referral=referral)
    more = {"referral": referral, "offered": offered, "can": can, "dates": panel_dates_of(referral)}
    return form_page(request, "choose", form, current, **more)
