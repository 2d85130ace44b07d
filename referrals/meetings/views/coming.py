"""One meeting: its agenda, who comes, how the quorum stands; inviting, answering, a conflict."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.meetings import conflicts, inviting
from referrals.meetings.calendar_entry import entry
from referrals.meetings.finding import meeting_or_404
from referrals.meetings.forms.coming import AnswerForm, ConflictForm
from referrals.meetings.overview import Overview
from referrals.meetings.views.pages import form_page
from referrals.models import Answer, Meeting
from referrals.models.status import WrongState
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post, keep_private


@answers_get_and_post
@may(Act.READ_MEETINGS)
def one(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """The page of a meeting; sending it answers the invitation."""
    meeting, person = meeting_or_404(meeting_id), signed_in(request)
    own = inviting.attendance_of(meeting, person)
    initial = {"answer": own.answer, "deputy": own.deputy} if own else {}
    form = AnswerForm(typed(request), initial=initial)
    if form.is_valid() and done(form, lambda: answered(form, meeting, request)):
        messages.success(request, "Your answer is kept. You can change it until the meeting.")
        return redirect("panel:meetings:one", meeting_id)
    context = {
        "meeting": meeting,
        "own": own,
        "form": form,
        "overview": Overview(meeting, person),
        "keeps": can_act(Act.KEEP_MEETINGS, by=person),
    }
    return render(request, "referrals/meetings/meeting.html", context)


def answered(form: AnswerForm, meeting: Meeting, request: HttpRequest) -> None:
    inviting.answer(
        meeting_id=meeting.pk,
        answer=Answer(form.cleaned_data["answer"]),
        deputy=form.cleaned_data["deputy"],
        by=signed_in(request),
    )


@require_POST
@may(Act.KEEP_MEETINGS)
def invite(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    meeting_or_404(meeting_id)
    try:
        count = inviting.invite_all(meeting_id=meeting_id, by=signed_in(request))
    except WrongState as refused:
        messages.error(request, str(refused))
    else:
        written = "1 invitation is" if count == 1 else f"{count} invitations are"
        messages.success(request, f"{written} on the way.")
    return redirect("panel:meetings:one", meeting_id)


@require_safe
@may(Act.READ_MEETINGS)
def calendar_file(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """For the reader's own calendar: time, place and the address of the page, nothing of a case."""
    meeting = meeting_or_404(meeting_id)
    name = f"panel-meeting-{meeting.day:%Y-%m-%d}.ics"
    response = HttpResponse(entry(meeting), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    keep_private(response)
    return response


@answers_get_and_post
@may(Act.RECUSE)
def conflict(request: HttpRequest, meeting_id: UUID, item_id: int) -> HttpResponse:
    """The reader declares one of their own. From then on the case is shut to them."""
    meeting, person = meeting_or_404(meeting_id), signed_in(request)
    item = meeting.items.of_cases().visible_to(person).filter(pk=item_id).first()
    if item is None:
        raise Http404
    form = ConflictForm(typed(request))
    if form.is_valid() and done(
        form,
        lambda: conflicts.declare(
            item=item, person=person, reason=form.cleaned_data["reason"], by=person
        ),
    ):
        messages.success(request, "It is recorded. You no longer see this case.")
        return redirect("panel:meetings:one", meeting_id)
    return form_page(request, "conflict", form, meeting, referral=item.referral)
