"""Taking a meeting out of the database, to show it or, locked, to change it."""

from uuid import UUID

from django.http import Http404

from referrals.models import Meeting
from referrals.models.status import WrongState

CONFIRMED = "Its minutes have been confirmed: nothing of the meeting is changed any more."


def meeting_or_404(meeting_id: UUID) -> Meeting:
    """A meeting is no case: everybody who may enter here sees that it takes place."""
    meeting = Meeting.objects.filter(pk=meeting_id).first()
    if meeting is None:
        raise Http404
    return meeting


def locked_meeting(meeting_id: UUID) -> Meeting:
    """Raises Meeting.DoesNotExist. Lock a meeting before its cases, so that nobody waits for
    somebody who waits for them."""
    return Meeting.objects.select_for_update().get(pk=meeting_id)


def check_planned(meeting: Meeting) -> None:
    if not meeting.is_planned:
        label = meeting.get_state_display().lower()
        raise WrongState(f"This cannot be done to a meeting that is {label}.")


def check_held(meeting: Meeting) -> None:
    if not meeting.is_held:
        raise WrongState("Minutes are of a meeting that was held: record first who was there.")


def check_not_confirmed(meeting: Meeting) -> None:
    if meeting.is_confirmed:
        raise WrongState(CONFIRMED)
