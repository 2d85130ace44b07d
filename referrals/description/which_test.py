"""Which test a case seems to meet: what the answers mean, limb by limb.

It explains and never decides: nothing of it is kept, and nothing waits for it. Sources: the Local
Safeguarding Children Boards Regulations 2006, regulation 5(2); Working Together to Safeguard
Children (2015); the board's own rule on who should refer.
"""

from dataclasses import dataclass

from django.db.models import TextChoices

from referrals.description.choices import NO, NONE, YES
from referrals.description.conditions import Answers, Condition, all_of, any_of, when
from referrals.description.special_circumstances import CUSTODY, DETAINED, SECURE
from referrals.description.why_you_are_referring import HARMED_LESS, KNOWN, NEITHER, SUSPECTED

WORDING = "The criteria are worded as in the regulations of 2006 and the guidance of March 2015."
REGULATIONS = "2006 Regulations, regulation 5(2)"
GUIDANCE = "national guidance of 2015, cases that are always reviewed"
BOARD = "the board’s own rule"


class Outcome(TextChoices):
    MUST = "must-refer", "must be referred"
    ENCOURAGED = "encouraged", "should be referred"
    LEARNING = "for-learning", "can be referred for learning"
    NOT_ENOUGH = "not-enough", "not enough is known yet to say"


class Standing(TextChoices):
    MET = "met", "Seems to be met"
    NOT_MET = "not-met", "Seems not to be met"
    OPEN = "open", "Not known yet"


@dataclass(frozen=True)
class Fact:
    """Something told as true, told as untrue, or not told."""

    words: str
    told: Condition
    denied: Condition

    def standing(self, answers: Answers) -> Standing:
        if self.told.holds(answers):
            return Standing.MET
        return Standing.NOT_MET if self.denied.holds(answers) else Standing.OPEN


@dataclass(frozen=True)
class Limb:
    """One way in which a case meets a test: all its facts together."""

    words: str
    source: str
    outcome: Outcome
    facts: tuple[Fact, ...]

    @property
    def condition(self) -> Condition:
        return all_of(*(fact.told for fact in self.facts))

    def standing(self, answers: Answers) -> Standing:
        found = {fact.standing(answers) for fact in self.facts}
        if Standing.NOT_MET in found:
            return Standing.NOT_MET
        return Standing.OPEN if Standing.OPEN in found else Standing.MET


Standings = tuple[tuple[Limb, Standing], ...]

ABUSE = Fact(
    "abuse or neglect is known or suspected",
    when("abuse_or_neglect", KNOWN, SUSPECTED),
    when("abuse_or_neglect", NEITHER),
)
DIED = Fact("a child has died", when("child_died", YES), when("child_died", NO))
SERIOUSLY_HARMED = Fact(
    "a child has been seriously harmed",
    when("seriously_harmed", YES),
    any_of(when("seriously_harmed", HARMED_LESS, NO), when("child_died", YES)),
)
HARMED = Fact(
    "a child has been harmed",
    any_of(when("seriously_harmed", YES, HARMED_LESS), when("child_died", YES)),
    when("seriously_harmed", NO),
)
CONCERN = Fact(
    "there is concern about how agencies worked together",
    when("joint_working_concern", YES),
    when("joint_working_concern", NO),
)
IN_CUSTODY = Fact(
    "a child has died in custody, in a secure setting or while detained",
    when("automatic_criteria", CUSTODY, SECURE, DETAINED),
    any_of(when("automatic_criteria", NONE), when("child_died", NO)),
)
DEPRIVED_OF_LIBERTY = Fact(
    "a child of 16 or 17 was under a deprivation of liberty order",
    when("deprived_of_liberty", YES),
    when("deprived_of_liberty", NO),
)

LIMBS = (
    Limb(
        "Abuse or neglect of a child is known or suspected, and the child has died.",
        f"{REGULATIONS}(a) and (b)(i)",
        Outcome.MUST,
        (ABUSE, DIED),
    ),
    Limb(
        "Abuse or neglect of a child is known or suspected, the child has been seriously harmed, "
        "and there is cause for concern about how agencies worked together.",
        f"{REGULATIONS}(a) and (b)(ii)",
        Outcome.MUST,
        (ABUSE, SERIOUSLY_HARMED, CONCERN),
    ),
    Limb(
        "A child has died in custody, in a secure setting, or while detained under the Mental "
        "Health Act 1983.",
        GUIDANCE,
        Outcome.MUST,
        (IN_CUSTODY,),
    ),
    Limb(
        "A child aged 16 or 17 was under a deprivation of liberty order.",
        GUIDANCE,
        Outcome.MUST,
        (DEPRIVED_OF_LIBERTY,),
    ),
    Limb(
        "A child has been harmed, abuse or neglect is known or suspected, and there are concerns "
        "about how services dealt with the case.",
        BOARD,
        Outcome.ENCOURAGED,
        (HARMED, ABUSE, CONCERN),
    ),
)
MUST_BE_REFERRED = any_of(*(limb.condition for limb in LIMBS if limb.outcome == Outcome.MUST))


@dataclass(frozen=True)
class Explanation:
    """`limbs`: all of them, each with how it stands. `met`: those that bring the outcome.
    `unknown`: what would have to be known to say more."""

    outcome: Outcome
    limbs: Standings
    unknown: tuple[str, ...]
    wording: str = WORDING

    @property
    def met(self) -> list[Limb]:
        return [
            limb
            for limb, standing in self.limbs
            if standing == Standing.MET and limb.outcome == self.outcome
        ]


def has_begun(answers: Answers) -> bool:
    """Whether anything was told that a test asks."""
    return any(limb.standing(answers) != Standing.OPEN for limb in LIMBS)


def explain(answers: Answers) -> Explanation:
    """Takes the answers on the path taken."""
    limbs = tuple((limb, limb.standing(answers)) for limb in LIMBS)
    return Explanation(outcome_of(limbs), limbs, unknown_of(limbs, answers))


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
