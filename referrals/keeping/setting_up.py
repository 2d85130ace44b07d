"""The first version of each rule on how long cases are kept, for a board that has no schedule yet.

No law names a figure. What boards and councils are seen to do: 30 years for councils' safeguarding
records (Hartlepool, Rutland), a review after ten years for records of allegations (Sefton, East
Riding), five years for the NSPCC's copies of reports.
"""

from dataclasses import dataclass

from referrals.models import CountedFrom, Outcome, RetentionRule

THIRTY = (
    "No law names a figure. As councils keep safeguarding records (Hartlepool, Rutland: 30 years)."
)
TEN = (
    "No law names a figure. As records of allegations are looked at again after 10 years (Sefton, "
    "East Riding)."
)
FIVE = "No law names a figure. As long as the NSPCC’s library keeps copies of reports."
TO_BE_SETTLED = "The board’s own schedule comes before this. Change it as soon as there is one."


@dataclass(frozen=True)
class First:
    outcome: Outcome
    years: int
    source: str


RULES = (
    First(Outcome.REVIEW, 30, THIRTY),
    First(Outcome.SINGLE_AGENCY, 10, TEN),
    First(Outcome.AUDIT, 10, TEN),
    First(Outcome.BRIEFING, 10, TEN),
    First(Outcome.ELSEWHERE, 10, TEN),
    First(Outcome.NONE, 10, TEN),
    First(Outcome.WITHDRAWN, 5, FIVE),
)


def set_up_retention() -> None:
    """Adds what is missing; whatever staff made of the others stays."""
    known = set(RetentionRule.objects.values_list("outcome", flat=True))
    RetentionRule.objects.bulk_create(
        RetentionRule(
            outcome=rule.outcome,
            number=1,
            years=rule.years,
            counted_from=CountedFrom.CLOSED,
            source=rule.source,
            note=TO_BE_SETTLED,
        )
        for rule in RULES
        if rule.outcome not in known
    )
