"""Which test a case seems to meet: what the answers mean, limb by limb.

It explains and never decides: nothing of it is kept, and nothing waits for it.
"""

from dataclasses import dataclass

from referrals.description.conditions import Answers
from referrals.description.screening import Limb, Outcome, Standing, screening_of

Standings = tuple[tuple[Limb, Standing], ...]


@dataclass(frozen=True)
class Explanation:
    """`limbs`: all of them, each with how it stands. `met`: those that bring the outcome.
    `unknown`: what would have to be known to say more."""

    outcome: Outcome
    limbs: Standings
    unknown: tuple[str, ...]
    wording: str

    @property
    def met(self) -> list[Limb]:
        return [
            limb
            for limb, standing in self.limbs
            if standing == Standing.MET and limb.outcome == self.outcome
        ]


def has_begun(answers: Answers) -> bool:
    """Whether anything was told that a test asks."""
    return any(limb.standing(answers) != Standing.OPEN for limb in screening_of(answers).limbs)


def explain(answers: Answers) -> Explanation:
    """Takes the answers on the path taken."""
    screening = screening_of(answers)
    limbs = tuple((limb, limb.standing(answers)) for limb in screening.limbs)
    unknown = unknown_of(limbs, answers)
    return Explanation(outcome_of(limbs), limbs, unknown, screening.wording)


def unknown_of(limbs: Standings, answers: Answers) -> tuple[str, ...]:
    facts = [fact for limb, how in limbs if how == Standing.OPEN for fact in limb.facts]
    still_open = [fact.words for fact in facts if fact.standing(answers) == Standing.OPEN]
    return tuple(dict.fromkeys(still_open))


def outcome_of(limbs: Standings) -> Outcome:
    for outcome in (Outcome.MUST, Outcome.ENCOURAGED):
        if any(limb.outcome == outcome and how == Standing.MET for limb, how in limbs):
            return outcome
    still_open = any(standing == Standing.OPEN for _, standing in limbs)
    return Outcome.NOT_ENOUGH if still_open else Outcome.LEARNING
