"""Names in braces that pages may hold, so that a change of name shows everywhere at once."""

import re
from collections.abc import Mapping

from django.core.exceptions import ValidationError

NAMES_OF_FACTS = {
    "board": "board_name",
    "board_short": "board_short_name",
    "area": "area_name",
    "panel": "panel_name",
    "panel_short": "panel_short_name",
    "form": "form_name",
    "learning_review": "learning_review",
    "chair": "chair_title",
    "front_door": "front_door",
    "manual": "manual_name",
    "contact": "contact",
}
IN_BRACES = re.compile(r"\{([a-z_]+)\}")


def filled(text: str, facts: Mapping[str, str]) -> str:
    """The text with every known placeholder replaced; unknown ones stay as they are."""
    return IN_BRACES.sub(lambda found: facts.get(found[1], found[0]), text)


def check_placeholders(text: str) -> None:
    unknown = sorted(set(IN_BRACES.findall(text)) - set(NAMES_OF_FACTS))
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in NAMES_OF_FACTS)
        raise ValidationError(f"{{{unknown[0]}}} is not known here. Use one of: {known}")
