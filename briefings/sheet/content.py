"""What stands on the printed page of a briefing, taken from its rows or from a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from briefings.models import Briefing
from tscb.board.addresses import full_address
from tscb.board.site import current

NOT_PUBLISHED = "Draft – not published"


@dataclass(frozen=True, kw_only=True)
class SheetContent:
    """Sections are pairs of heading and text, resources of title and link; texts in the markup."""

    title: str
    variant: str
    address: str
    published: date | None = None
    overview: str = ""
    sections: Sequence[tuple[str, str]] = ()
    questions: Sequence[str] = ()
    resources: Sequence[tuple[str, str]] = ()
    is_sample: bool = False


def content_of(briefing: Briefing) -> SheetContent:
    """As it is stored now, whether published or not."""
    published = briefing.published_at
    return SheetContent(
        title=briefing.title,
        variant=briefing.variant,
        address=full_address(briefing.get_absolute_url()),
        published=localdate(published) if published else None,
        overview=briefing.overview,
        sections=[(section.heading, section.text) for section in briefing.sections.all()],
        questions=[question.text for question in briefing.questions.all()],
        resources=[(resource.title, resource.link) for resource in briefing.resources.all()],
        is_sample=briefing.is_sample,
    )


def day(content: SheetContent) -> str:
    """When it was published, in words."""
    published = content.published
    return f"{published:%-d %B %Y}" if published else NOT_PUBLISHED


def of_the_board() -> dict[str, Any]:
    """The board's name and its numbers. Paper is read at any time: each number stands with the
    words that staff gave it, and not with what holds at this moment."""
    site = current()
    emergency = {"when": "In danger now:", "number": site.advice.emergency.number}
    others = [
        {"when": f"{one.name}, {one.note}:" if one.note else f"{one.name}:", "number": one.number}
        for one in site.numbers
    ]
    return {"board": site.board_name, "numbers": [emergency, *others]}
