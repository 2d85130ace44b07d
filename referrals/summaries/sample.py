"""Four agencies asked about a sample case: one has answered, one knows nobody, one has begun, one
is late. Nobody is written to.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from referrals.description import key_dates
from referrals.description.choices import YES
from referrals.description.elements import Question, Rows
from referrals.description.people import BORN, NAME, people
from referrals.description.places import ID
from referrals.description.summary_pages import DATES, INVOLVEMENT, SECTIONS
from referrals.models import Referral, Summary, SummaryState
from referrals.summaries.on_the_clock import tell_the_clock
from tscb.board.calendar import add_working_days

DAYS_ASKED_ABOUT = 730
KINDS: tuple[tuple[str, SummaryState, int], ...] = (
    ("Sampleshire Health", SummaryState.SENT, 5),
    ("Sampletown Housing", SummaryState.NIL, 5),
    ("Sampletown High School", SummaryState.STARTED, 5),
    ("Elsewhere Council", SummaryState.ASKED, -2),
)


def load_for(referral: Referral) -> None:
    for number, kind in enumerate(KINDS, start=1):
        add(referral, number, *kind)
    tell_the_clock(referral)


def add(referral: Referral, number: int, agency: str, state: SummaryState, days: int) -> Summary:
    """`days`: working days until it is due, from today."""
    now, begun = timezone.now(), state in (SummaryState.SENT, SummaryState.STARTED)
    answered = state in (SummaryState.SENT, SummaryState.NIL)
    return Summary.objects.create(
        referral=referral,
        number=number,
        state=state,
        contact=contact(agency),
        asked=asked(referral),
        answers=answers_of(state),
        asked_at=referral.submitted_at or now,
        due_on=add_working_days(timezone.localdate(), days),
        opened_at=None if state == SummaryState.ASKED else now,
        saved_at=now if begun else None,
        answered_at=now if answered else None,
    )


def contact(agency: str) -> dict[str, str]:
    mailbox = agency.lower().replace(" ", ".")
    return {"agency": agency, "email": f"{mailbox}@example.org", "phone": "0161 496 0004"}


def asked(referral: Referral) -> dict[str, Any]:
    first = timezone.localdate(referral.submitted_at) - timedelta(days=DAYS_ASKED_ABOUT)
    child = next(people(referral.answers))
    return {"people": [child.told([NAME, BORN])], "from": first.isoformat()}


def answers_of(state: SummaryState) -> dict[str, Any]:
    if state == SummaryState.STARTED:
        return examples(INVOLVEMENT.questions[:1])
    return complete_answers() if state == SummaryState.SENT else {}


def complete_answers() -> dict[str, Any]:
    """Every question with its example, made from the description itself."""
    found: dict[str, Any] = {}
    for section in SECTIONS:
        if not isinstance(section, Rows):
            found |= examples(section.asked({"records_secured": YES}))
    (about,) = DATES.pages
    event = examples(about.questions) | {ID: "sample", "event_when": key_dates.DATE}
    return found | {DATES.name: [event]}


def examples(questions: Iterable[Question]) -> dict[str, Any]:
    return {one.name: one.example or YES for one in questions if one.example or one.options()}
