"""Agencies and resources of the sample briefings, which the import format does not know."""

import json
from pathlib import Path
from typing import Any

from briefings.models import Briefing, BriefingResource
from tscb.board.models import Agency

CONTENT = Path(__file__).parent / "sample_content" / "belongings.json"


def read() -> dict[str, dict[str, Any]]:
    """By the address of the briefing."""
    return json.loads(CONTENT.read_text(encoding="utf-8"))


def give_belongings() -> None:
    """What is there is renewed. An agency that is not there is left out."""
    belongings = read()
    for briefing in Briefing.objects.filter(is_sample=True, slug__in=belongings):
        given = belongings[briefing.slug]
        briefing.agencies.set(Agency.objects.filter(name__in=given["agencies"]))
        briefing.resources.all().delete()
        BriefingResource.objects.bulk_create(
            BriefingResource(briefing=briefing, order=order, **resource)
            for order, resource in enumerate(given["resources"], 1)
        )
