"""What changes here when the board comes to work under other guidance: the types of review that the
panel may recommend. What was published stays of its type."""

from reviews.known_types import KNOWN, TYPES
from reviews.models import ReviewType
from tscb.board.framework import Framework
from tscb.board.models import User


def follow(framework: Framework, by: User | None) -> None:
    """Known types of other guidance are no longer offered; the board's own types stay."""
    wanted = {known.slug for known in TYPES[framework]}
    ReviewType.objects.filter(slug__in=KNOWN - wanted).update(is_offered=False)
    ReviewType.objects.filter(slug__in=wanted).update(is_offered=True)
    add_types(framework)


def add_types(framework: Framework) -> None:
    """Those that are missing."""
    for order, known in enumerate(TYPES[framework], start=1):
        ReviewType.objects.get_or_create(
            slug=known.slug,
            defaults={"name": known.name, "description": known.description, "order": order},
        )
