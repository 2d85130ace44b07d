"""The states of a meeting and the table of their moves: state -> next -> event.

Nothing outside the actions in referrals/meetings/ changes a state.
"""

from django.db.models import TextChoices

from referrals.models.audit import Verb
from referrals.models.status import WrongState


class MeetingState(TextChoices):
    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


NEXT_OF_MEETING: dict[MeetingState, dict[MeetingState, Verb]] = {
    MeetingState.PLANNED: {
        MeetingState.PLANNED: Verb.MEETING_CHANGED,
        MeetingState.HELD: Verb.MEETING_HELD,
        MeetingState.CANCELLED: Verb.MEETING_CANCELLED,
    },
    # Who was there can be put right until the minutes are confirmed.
    MeetingState.HELD: {MeetingState.HELD: Verb.MEETING_HELD},
    MeetingState.CANCELLED: {},
}


def can_become(state: str, to: MeetingState) -> bool:
    return to in NEXT_OF_MEETING[MeetingState(state)]


def check_become(state: str, to: MeetingState) -> Verb:
    """Gives the event that records the move; raises WrongState where there is none."""
    if not can_become(state, to):
        raise WrongState(f"This cannot be done to a meeting that is {MeetingState(state).lower()}.")
    return NEXT_OF_MEETING[MeetingState(state)][to]
