"""The one choice “what is to become of the case”: a type of review, or another action."""

from django.db.models import Q

from referrals.models import OTHER_ACTIONS, Outcome
from referrals.models.recommendation import Conclusion
from reviews.known_types import TYPES
from reviews.models import ReviewType
from tscb.board.framework import Framework

OF_TYPE = "type-"


def choices(guidance: Framework | None) -> list[tuple[str, str]]:
    """What is offered today, and what the guidance knew under which the case was referred."""
    known = [one.slug for one in TYPES[guidance]] if guidance else []
    offered = ReviewType.objects.filter(Q(is_offered=True) | Q(slug__in=known))
    types = [(f"{OF_TYPE}{one.slug}", one.name) for one in offered]
    return types + [(one.value, one.label) for one in OTHER_ACTIONS]


def chosen(row: Conclusion) -> str:
    """The choice that a row holds; empty for none yet."""
    return f"{OF_TYPE}{row.review_type.slug}" if row.review_type else row.outcome


def put(row: Conclusion, choice: str) -> None:
    """What cannot be read leaves no choice: a draft may have none."""
    kind = ReviewType.objects.filter(slug=choice.removeprefix(OF_TYPE)).first()
    row.review_type = kind if choice.startswith(OF_TYPE) else None
    others = {one.value for one in OTHER_ACTIONS}
    row.outcome = Outcome.REVIEW.value if row.review_type else choice if choice in others else ""
