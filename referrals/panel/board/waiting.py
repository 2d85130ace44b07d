"""Whom a case waits for: from its status and from what was asked and not answered yet. One table,
read by the database for filters and counts, and by the lines of the board.

A case may wait for several at once; where nobody else is asked, it is the coordinator's turn.
"""

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, TextChoices, Value, When

from referrals.models import Agreement, Referral, ReferrerQuestion, Status, Summary
from referrals.models.referral import Referrals
from referrals.models.status import AWAITS_AGREEMENT, OPEN
from tscb.board.words import worded


class Waiting(TextChoices):
    MANAGER = "manager", "The manager’s agreement"
    REFERRER = "referrer", "The referrer"
    AGENCIES = "agencies", "Agencies"
    PANEL = "panel", "The panel"
    CHAIR = "chair", worded("The {chair}")
    COORDINATOR = "coordinator", "The coordinator"


OF_THIS = {"referral": OuterRef("pk")}
ASKED = {
    Waiting.MANAGER: (AWAITS_AGREEMENT, Agreement.objects.waiting().filter(**OF_THIS)),
    Waiting.REFERRER: (OPEN, ReferrerQuestion.objects.open().filter(**OF_THIS)),
    Waiting.AGENCIES: (OPEN, Summary.objects.waited_for().filter(**OF_THIS)),
}
NOBODY_ASKED = (
    ~Q(waits_for_manager=True) & ~Q(waits_for_referrer=True) & ~Q(waits_for_agencies=True)
)
TURNS = {
    Waiting.PANEL: Q(status=Status.WITH_PANEL),
    Waiting.CHAIR: Q(status=Status.RECOMMENDED),
    Waiting.COORDINATOR: Q(status__in=(Status.DECIDED, Status.WITHDRAWN))
    | (Q(status=Status.RECEIVED) & NOBODY_ASKED),
}


def mark(waiting: Waiting) -> str:
    return f"waits_for_{waiting.value}"


def with_waiting(referrals: Referrals) -> Referrals:
    """Each with a mark for everybody whom it waits for."""
    asked = {
        mark(one): Q(status__in=states) & Q(Exists(rows)) for one, (states, rows) in ASKED.items()
    }
    turns = {mark(one): condition for one, condition in TURNS.items()}
    return _marked(_marked(referrals, asked), turns)


def _marked(referrals: Referrals, conditions: dict[str, Q]) -> Referrals:
    return referrals.annotate(
        **{
            name: Case(
                When(condition, then=Value(True)),
                default=Value(False),
                output_field=BooleanField(),
            )
            for name, condition in conditions.items()
        }
    )


def waited_for(referral: Referral) -> list[Waiting]:
    """Of a referral that `with_waiting` marked."""
    return [one for one in Waiting if getattr(referral, mark(one))]
