"""7 minute briefings."""

from itertools import count
from typing import Any

from briefings.models import Briefing, BriefingSection
from briefings.models.briefing import SECTIONS
from tests.factories.reviews import published_fields

numbers = count(1)


def make_briefing(*, sections: int = SECTIONS, **fields: Any) -> Briefing:
    """A published briefing with seven sections, unless told otherwise."""
    number = next(numbers)
    fields = {
        "title": f"Unseen men {number}",
        "slug": f"unseen-men-{number}",
        "overview": "Men who matter to a child, and whom nobody asked about.",
        **published_fields(fields),
        **fields,
    }
    briefing = Briefing.objects.create(**fields)
    BriefingSection.objects.bulk_create(
        BriefingSection(briefing=briefing, number=n, heading=f"Part {n}", text="What to do.")
        for n in range(1, sections + 1)
    )
    return briefing
