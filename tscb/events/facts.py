"""The kinds of learning event that the board has, in a table that staff can change."""

from tscb.events.models import EventKind

KINDS = (
    (
        "learning-review",
        "Learning Review",
        "Practitioners who were involved come together, in an informal setting, to discuss what "
        "worked well, what did not, and how practice could improve.",
    ),
    (
        "practice-update",
        "Practice update",
        "What case reviews and national research teach, for everybody who works with children.",
    ),
    ("training", "Training", "Multi-agency courses that take the lessons of reviews in."),
)


def set_up() -> None:
    """Adds what is missing and changes nothing that is there."""
    for order, (slug, name, description) in enumerate(KINDS, start=1):
        defaults = {"name": name, "description": description, "order": order}
        EventKind.objects.get_or_create(slug=slug, defaults=defaults)
