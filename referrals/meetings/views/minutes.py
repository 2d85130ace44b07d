"""Who was at a meeting, and its minutes: to read, to write, to confirm, to correct."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.finding import found_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.meetings import conflicts, holding, minuting
from referrals.meetings.finding import meeting_or_404
from referrals.meetings.forms.coming import DeclaredForm, HeldForm
from referrals.meetings.forms.minutes import CorrectionForm, MinuteForm, TaskForm
from referrals.meetings.forms.planning import WhichMeetingForm
from referrals.meetings.reading import minutes_of_case, minutes_to_read
from referrals.meetings.views.pages import form_page
from referrals.models import AgendaItem, ArisingAction, Attendance, Meeting, Minute
from tscb.board.models import User
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def held(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    meeting, person = meeting_or_404(meeting_id), signed_in(request)
    form = HeldForm(typed(request), rows=Attendance.objects.of(meeting))
    if form.is_valid() and done(
        form, lambda: holding.hold(meeting_id=meeting_id, came=form.came, by=person)
    ):
        messages.success(request, "Who was there is recorded.")
        return redirect("panel:meetings:minutes", meeting_id)
    return form_page(request, "held", form, meeting)


@require_safe
@may(Act.READ_MEETINGS)
def minutes(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Item by item, each behind the door of its case; reading is recorded for each."""
    meeting, person = meeting_or_404(meeting_id), signed_in(request)
    context = {
        "meeting": meeting,
        "minutes": minutes_to_read(meeting, person),
        "attendances": Attendance.objects.of(meeting),
        "keeps": can_act(Act.KEEP_MEETINGS, by=person),
    }
    return render(request, "referrals/meetings/minutes.html", context)


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def write(request: HttpRequest, meeting_id: UUID, item_id: int) -> HttpResponse:
    item, person = item_or_404(meeting_id, item_id, signed_in(request)), signed_in(request)
    written = Minute.objects.filter(item=item).first()
    form = MinuteForm(typed(request), initial={"text": written.text if written else ""})
    if form.is_valid() and done(
        form, lambda: minuting.write(item_id=item.pk, text=form.cleaned_data["text"], by=person)
    ):
        messages.success(request, "The minutes of this item are kept.")
        return redirect("panel:meetings:minutes", meeting_id)
    return form_page(request, "write", form, item.meeting, item=item)


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def correct(request: HttpRequest, meeting_id: UUID, item_id: int) -> HttpResponse:
    item, person = item_or_404(meeting_id, item_id, signed_in(request)), signed_in(request)
    form = CorrectionForm(typed(request))
    if form.is_valid() and done(
        form, lambda: minuting.correct(item_id=item.pk, text=form.cleaned_data["text"], by=person)
    ):
        messages.success(request, "The correction stands beneath the minutes.")
        return redirect("panel:meetings:minutes", meeting_id)
    return form_page(request, "correct", form, item.meeting, item=item)


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def action(request: HttpRequest, meeting_id: UUID, item_id: int) -> HttpResponse:
    item, person = item_or_404(meeting_id, item_id, signed_in(request)), signed_in(request)
    form = TaskForm(typed(request), people=minuting.who_can_act(item))
    if form.is_valid() and done(
        form, lambda: minuting.set_action(item_id=item.pk, task=form.task, by=person)
    ):
        messages.success(request, "The action is written down.")
        return redirect("panel:meetings:minutes", meeting_id)
    return form_page(request, "action", form, item.meeting, item=item)


@require_POST
@may(Act.READ_MEETINGS)
def action_done(request: HttpRequest, meeting_id: UUID, action_id: int) -> HttpResponse:
    person = signed_in(request)
    try:
        minuting.finish(action_id=action_id, by=person)
    except ArisingAction.DoesNotExist:
        raise Http404 from None
    messages.success(request, "The action is marked as done.")
    return redirect("panel:meetings:minutes", meeting_id)


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def confirm(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    meeting, person = meeting_or_404(meeting_id), signed_in(request)
    later = Meeting.objects.held().filter(starts_at__gt=meeting.starts_at)
    label = "Which meeting confirmed the minutes?"
    form = WhichMeetingForm(typed(request), offered=later, label=label)
    if form.is_valid() and done(
        form,
        lambda: minuting.confirm(meeting_id=meeting_id, confirmed_in=form.chosen_one, by=person),
    ):
        messages.success(request, "The minutes are confirmed. They cannot be changed any more.")
        return redirect("panel:meetings:minutes", meeting_id)
    return form_page(request, "confirm", form, meeting, later=later)


@answers_get_and_post
@may(Act.KEEP_MEETINGS)
def declared(request: HttpRequest, meeting_id: UUID, item_id: int) -> HttpResponse:
    """A conflict of interest that a member declared at the meeting."""
    item, by = item_or_404(meeting_id, item_id, signed_in(request)), signed_in(request)
    if not item.is_case:
        raise Http404
    form = DeclaredForm(typed(request), people=conflicts.who_could(item))
    if form.is_valid() and done(
        form,
        lambda: conflicts.declare(
            item=item, person=form.person, reason=form.cleaned_data["reason"], by=by
        ),
    ):
        messages.success(request, "The conflict of interest is recorded.")
        return redirect("panel:meetings:minutes", meeting_id)
    return form_page(request, "declared", form, item.meeting, item=item)


@require_safe
@may(Act.READ_MEETINGS)
def of_a_case(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """All meetings of one case, with their minutes."""
    referral, person = found_or_404(request, referral_id), signed_in(request)
    context = {
        "meetings": minutes_of_case(referral, person),
        "can_set_meeting": can_act(Act.SET_MEETING, by=person, referral=referral),
    }
    return case_page(request, "referrals/meetings/case.html", referral, **context)


def item_or_404(meeting_id: UUID, item_id: int, person: User) -> AgendaItem:
    seen = AgendaItem.objects.visible_to(person).select_related("meeting", "referral")
    item = seen.filter(pk=item_id, meeting_id=meeting_id).first()
    if item is None:
        raise Http404
    return item
