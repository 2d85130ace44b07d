"""The types of review that boards begin with, a list for each guidance. Staff change all of it:
what is in the database already is never written over."""

from dataclasses import dataclass

from tscb.board.framework import Framework


@dataclass(frozen=True)
class KnownType:
    slug: str
    name: str
    description: str


SINGLE_AGENCY = KnownType(
    "individual-agency-review",
    "Individual Agency Review",
    "For a case whose learning lies mainly within one agency, which shares it with the others.",
)
LEARNING = KnownType(
    "learning-review",
    "Learning Review",
    "An informal event that brings together the practitioners of a case, good or bad, to "
    "discuss what worked well and what could be better.",
)
UNTIL_2018 = (
    KnownType(
        "serious-case-review",
        "Serious Case Review",
        "For a child who died or was seriously harmed, where abuse or neglect is known or "
        "suspected and the criteria in the guidance are met.",
    ),
    KnownType(
        "multi-agency-critical-review",
        "Multi-Agency Critical Review",
        "For a case below those criteria in which several agencies can learn from how they "
        "worked together.",
    ),
    SINGLE_AGENCY,
    LEARNING,
)
FROM_2018 = (
    KnownType(
        "rapid-review",
        "Rapid review",
        "For every serious incident that is notified: what happened, what has to be done at once, "
        "and whether a fuller review is needed. It is finished within days.",
    ),
    KnownType(
        "local-child-safeguarding-practice-review",
        "Local child safeguarding practice review",
        "For a case from which the partners in an area can learn how to improve the way in which "
        "they safeguard children.",
    ),
    KnownType(
        "national-child-safeguarding-practice-review",
        "National child safeguarding practice review",
        "For cases that are complex or of national importance. The national panel commissions it.",
    ),
    LEARNING,
)
TYPES = {Framework.UNTIL_2018: UNTIL_2018, Framework.FROM_2018: FROM_2018}
KNOWN = {known.slug for types in TYPES.values() for known in types}
