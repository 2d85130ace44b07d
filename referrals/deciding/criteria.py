"""The criteria that the panel goes through limb by limb, each set with its dated wording.

What was answered is kept with the words that it was answered to. Sources: the Local Safeguarding
Children Boards Regulations 2006, regulation 5(2); Working Together to Safeguard Children (2015, and
from 29 June 2018, where the concern about joint working is no part of the test any more).
"""

from dataclasses import dataclass

from django.db.models import TextChoices

from referrals.description.conditions import Answers
from referrals.description.places import applying
from referrals.description.which_test import LIMBS, WORDING

GUIDANCE_2018 = "national guidance from 29 June 2018, serious child safeguarding cases"
BOARD = "the board’s own rule"


class Answer(TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    UNCLEAR = "unclear", "Not clear"


@dataclass(frozen=True)
class Criterion:
    key: str
    words: str
    source: str


@dataclass(frozen=True)
class CriteriaSet:
    """One era's criteria; `wording` says to people which one it is."""

    era: str
    name: str
    wording: str
    criteria: tuple[Criterion, ...]


KEYS_2015 = ("died", "harmed", "custody", "liberty", "board")
UNTIL_2018 = CriteriaSet(
    "2015",
    "Regulations of 2006 and guidance of March 2015",
    WORDING,
    tuple(
        Criterion(f"2015_{key}", limb.words, limb.source)
        for key, limb in zip(KEYS_2015, LIMBS, strict=True)
    ),
)
FROM_2018 = CriteriaSet(
    "2018",
    "Guidance from 29 June 2018",
    "The criteria are worded as in the guidance that holds from 29 June 2018.",
    (
        Criterion(
            "2018_died",
            "Abuse or neglect of a child is known or suspected, and the child has died.",
            GUIDANCE_2018,
        ),
        Criterion(
            "2018_harmed",
            "Abuse or neglect of a child is known or suspected, and the child has been seriously "
            "harmed.",
            GUIDANCE_2018,
        ),
        Criterion("2018_board", LIMBS[-1].words, BOARD),
    ),
)
SETS = {one.era: one for one in (UNTIL_2018, FROM_2018)}
FIRST = UNTIL_2018.era


def criteria_of(era: str) -> CriteriaSet:
    return SETS.get(era, UNTIL_2018)


def as_told(answers: Answers) -> dict[str, str]:
    """How each criterion of the first set seems to stand by what the referral says."""
    kept = applying(answers)
    pairs = zip(UNTIL_2018.criteria, LIMBS, strict=True)
    return {one.key: limb.standing(kept).label for one, limb in pairs}
