"""The tests that a case can meet, a set for each guidance: their limbs, each of facts that are told
or denied, or not told.

Sources: the Local Safeguarding Children Boards Regulations 2006, regulation 5(2); Working Together
to Safeguard Children (2015, and from 29 June 2018, where the concern about joint working is no part
of the test any more); the board's own rule on who should refer.
"""

from dataclasses import dataclass

from django.db.models import TextChoices

from referrals.description.choices import NO, NONE, YES
from referrals.description.conditions import Answers, ByMark, Condition, all_of, any_of, when
from referrals.description.guidance import FRAMEWORK, begun_under
from referrals.description.special_circumstances import CUSTODY, DETAINED, SECURE
from referrals.description.why_you_are_referring import HARMED_LESS, KNOWN, NEITHER, SUSPECTED
from tscb.board.framework import Framework

WORDING = "The criteria are worded as in the regulations of 2006 and the guidance of March 2015."
WORDING_2018 = "The criteria are worded as in the guidance that holds from 29 June 2018."
REGULATIONS = "2006 Regulations, regulation 5(2)"
GUIDANCE = "national guidance of 2015, cases that are always reviewed"
GUIDANCE_2018 = "national guidance from 29 June 2018, serious child safeguarding cases"
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

HARM_AND_CONCERN = Limb(
    "A child has been harmed, abuse or neglect is known or suspected, and there are concerns "
    "about how services dealt with the case.",
    BOARD,
    Outcome.ENCOURAGED,
    (HARMED, ABUSE, CONCERN),
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
    HARM_AND_CONCERN,
)
LIMBS_2018 = (
    Limb(
        "Abuse or neglect of a child is known or suspected, and the child has died.",
        GUIDANCE_2018,
        Outcome.MUST,
        (ABUSE, DIED),
    ),
    Limb(
        "Abuse or neglect of a child is known or suspected, and the child has been seriously "
        "harmed.",
        GUIDANCE_2018,
        Outcome.MUST,
        (ABUSE, SERIOUSLY_HARMED),
    ),
    HARM_AND_CONCERN,
)


@dataclass(frozen=True)
class Screening:
    """One guidance's limbs; `wording` says to people whose words they are."""

    wording: str
    limbs: tuple[Limb, ...]

    @property
    def must_be_referred(self) -> Condition:
        return any_of(*(limb.condition for limb in self.limbs if limb.outcome == Outcome.MUST))


SCREENINGS = {
    Framework.UNTIL_2018: Screening(WORDING, LIMBS),
    Framework.FROM_2018: Screening(WORDING_2018, LIMBS_2018),
}
MUST_BE_REFERRED = ByMark(
    FRAMEWORK,
    Framework.FROM_2018,
    then=SCREENINGS[Framework.FROM_2018].must_be_referred,
    condition=SCREENINGS[Framework.UNTIL_2018].must_be_referred,
)


def screening_of(answers: Answers) -> Screening:
    """That of the guidance under which the referral was begun."""
    return SCREENINGS[begun_under(answers)]
