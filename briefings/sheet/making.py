"""Typesetting the printed page of a briefing."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from briefings.models import Briefing, Variant
from briefings.sheet.code import drawn
from briefings.sheet.content import SheetContent, content_of, day, of_the_board
from tscb.common.typesetting import blocks, printable, typeset
from tscb.common.uploads.pdf_reading import opened

TEMPLATE = Path(__file__).parent / "page.typ"
SAMPLE_MARK = "Sample – fictional"


def make(content: SheetContent) -> bytes:
    """The PDF; the same bytes for the same content and facts of the board."""
    return typeset(TEMPLATE, data_of(content))


def pages_of(briefing: Briefing) -> int:
    """How many A4 pages the sheet of this briefing takes as it is stored; more than one does not
    fit even in the smallest readable type."""
    with opened(make(content_of(briefing))) as document:
        return len(document)


def data_of(content: SheetContent) -> dict[str, Any]:
    """All that the template shows: the content, and what the board says of itself now."""
    return {
        "title": content.title,
        "variant": Variant(content.variant).label,
        "published": day(content),
        "overview": blocks(content.overview),
        "sections": [_section(n, *one) for n, one in enumerate(content.sections, 1)],
        "questions": [one for one in content.questions if printable(one).strip()],
        "resources": [_resource(title, link) for title, link in content.resources],
        "sample_mark": SAMPLE_MARK if content.is_sample else "",
        "address": content.address,
        "address_shown": content.address.partition("://")[2],
        "code": drawn(content.address),
        **of_the_board(),
    }


def _section(number: int, heading: str, text: str) -> dict[str, Any]:
    """An accessible PDF may not hold an empty heading, so one without a visible letter is named."""
    shown = heading if printable(heading).strip() else f"Part {number}"
    return {"heading": shown, "blocks": blocks(text)}


def _resource(title: str, link: str) -> dict[str, str]:
    return {"title": title, "link": link, "host": urlsplit(link).hostname or link}
