"""7 minute briefings."""

from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from briefings.models import Briefing, BriefingSection, BriefingUse, UseState
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


def make_use(briefing: Briefing, **fields: Any) -> BriefingUse:
    """An accepted use of a briefing by a team, unless told otherwise."""
    fields = {"state": UseState.ACCEPTED, "team": f"Team {next(numbers)}", **fields}
    if not fields.get("agency"):
        fields.setdefault("other_agency", "Sample Trust")
    if fields["state"] != UseState.WAITING:
        fields.setdefault("decided_at", timezone.now())
    fields = {"used_on": date(2026, 3, 27), "people": 8, **fields}
    return BriefingUse.objects.create(briefing=briefing, **fields)
