"""The four types of case review that the panel can recommend, in the seed's order."""

from reviews.models import ReviewType

TYPES = [
    (
        "serious-case-review",
        "Serious Case Review",
        "For a child who died or was seriously harmed, where abuse or neglect is known or "
        "suspected and the criteria in the guidance are met.",
    ),
    (
        "multi-agency-critical-review",
        "Multi-Agency Critical Review",
        "For a case below those criteria in which several agencies can learn from how they "
        "worked together.",
    ),
    (
        "individual-agency-review",
        "Individual Agency Review",
        "For a case whose learning lies mainly within one agency, which shares it with the others.",
    ),
    (
        "learning-review",
        "Learning Review",
        "An informal event that brings together the practitioners of a case, good or bad, to "
        "discuss what worked well and what could be better.",
    ),
]


def set_up() -> None:
    """Adds the types that are missing and changes nothing that is there."""
    for order, (slug, name, description) in enumerate(TYPES, start=1):
        ReviewType.objects.get_or_create(
            slug=slug, defaults={"name": name, "description": description, "order": order}
        )
