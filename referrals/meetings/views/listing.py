"""All meetings, the next one first, and what the reader still has to do for it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.guards import may
from referrals.meetings.inviting import attendance_of
from referrals.models import ArisingAction, Meeting, MeetingState
from tscb.board.roles import signed_in

SHOWN = 50  # of those that are over


@require_safe
@may(Act.READ_MEETINGS)
def meetings(request: HttpRequest) -> HttpResponse:
    person, next_one = signed_in(request), Meeting.objects.to_come().first()
    planned = Meeting.objects.planned()
    later = planned.filter(ends_at__gte=timezone.now())
    context = {
        "next": next_one,
        "own": next_one and attendance_of(next_one, person),
        "later": later.exclude(pk=next_one.pk) if next_one else later,
        "not_recorded": planned.filter(ends_at__lt=timezone.now()),
        "over": Meeting.objects.exclude(state=MeetingState.PLANNED)[:SHOWN],
        "actions": ArisingAction.objects.visible_to(person)
        .not_done()
        .filter(owner=person)
        .select_related("item__meeting"),
        "today": timezone.localdate(),
        "keeps": can_act(Act.KEEP_MEETINGS, by=person),
    }
    return render(request, "referrals/meetings/list.html", context)
