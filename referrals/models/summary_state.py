"""How far an agency's summary has come, and the table of its moves: state -> next -> event.

Nothing outside the actions in referrals/summaries/ changes a state.
"""

from django.db.models import TextChoices

from referrals.models.audit import Verb
from referrals.models.status import WrongState


class SummaryState(TextChoices):
    ASKED = "asked", "Asked"
    STARTED = "started", "Started"
    SENT = "sent", "Summary received"
    NIL = "nil", "Not known to them"
    WITHDRAWN = "withdrawn", "No longer asked"


WAITED_FOR = frozenset({SummaryState.ASKED, SummaryState.STARTED})
ANSWERED = frozenset({SummaryState.SENT, SummaryState.NIL})
# None: how a request begins. What is not listed here does not happen.
NEXT_OF_SUMMARY: dict[SummaryState | None, dict[SummaryState, Verb]] = {
    None: {SummaryState.ASKED: Verb.SUMMARY_ASKED},
    SummaryState.ASKED: {
        SummaryState.STARTED: Verb.SUMMARY_STARTED,
        SummaryState.NIL: Verb.SUMMARY_NIL,
        SummaryState.WITHDRAWN: Verb.SUMMARY_WITHDRAWN,
    },
    SummaryState.STARTED: {
        SummaryState.SENT: Verb.SUMMARY_SENT,
        SummaryState.NIL: Verb.SUMMARY_NIL,
        SummaryState.WITHDRAWN: Verb.SUMMARY_WITHDRAWN,
    },
    SummaryState.SENT: {},
    SummaryState.NIL: {},
    SummaryState.WITHDRAWN: {},
}


def check_summary_move(state: str | None, to: SummaryState) -> Verb:
    """Gives the event that records the move; raises WrongState where there is none."""
    following = NEXT_OF_SUMMARY[SummaryState(state) if state else None]
    if to not in following:
        raise WrongState("This summary has been sent already, or is no longer asked for.")
    return following[to]
