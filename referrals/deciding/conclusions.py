"""The one choice “what is to become of the case”: a type of review, or another action."""

from referrals.models import OTHER_ACTIONS, Outcome
from referrals.models.recommendation import Conclusion
from reviews.models import ReviewType

OF_TYPE = "type-"


def choices() -> list[tuple[str, str]]:
    types = [(f"{OF_TYPE}{one.slug}", one.name) for one in ReviewType.objects.all()]
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
