"""The criteria that the panel goes through limb by limb, each set with its dated wording.

What was answered is kept with the words that it was answered to. Sources: the Local Safeguarding
Children Boards Regulations 2006, regulation 5(2); Working Together to Safeguard Children (2015, and
from 29 June 2018, where the concern about joint working is no part of the test any more).
"""

from dataclasses import dataclass

from django.db.models import TextChoices

from referrals.description.conditions import Answers
from referrals.description.guidance import begun_under
from referrals.description.places import applying
from referrals.description.screening import LIMBS, LIMBS_2018, WORDING, WORDING_2018
from tscb.board.framework import Framework


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
    Framework.UNTIL_2018.value,
    "Regulations of 2006 and guidance of March 2015",
    WORDING,
    tuple(
        Criterion(f"2015_{key}", limb.words, limb.source)
        for key, limb in zip(KEYS_2015, LIMBS, strict=True)
    ),
)
KEYS_2018 = ("died", "harmed", "board")
FROM_2018 = CriteriaSet(
    Framework.FROM_2018.value,
    "Guidance from 29 June 2018",
    WORDING_2018,
    tuple(
        Criterion(f"2018_{key}", limb.words, limb.source)
        for key, limb in zip(KEYS_2018, LIMBS_2018, strict=True)
    ),
)
SETS = {one.era: one for one in (UNTIL_2018, FROM_2018)}


def criteria_of(era: str) -> CriteriaSet:
    return SETS.get(era, UNTIL_2018)


def first_era(answers: Answers) -> str:
    """What a recommendation begins with: the guidance under which the case was referred."""
    return begun_under(answers).value


def as_told(answers: Answers) -> dict[str, str]:
    """How each criterion of either set seems to stand by what the referral says."""
    kept = applying(answers)
    pairs = zip(UNTIL_2018.criteria + FROM_2018.criteria, LIMBS + LIMBS_2018, strict=True)
    return {one.key: limb.standing(kept).label for one, limb in pairs}
