"""Typesetting the printed page of a briefing."""

from pathlib import Path
from typing import Any

from briefings.models import Briefing, Variant
from briefings.sheet.content import SheetContent, content_of
from tscb.board.site import current
from tscb.common.typesetting import blocks, typeset
from tscb.common.uploads.pdf_reading import opened

TEMPLATE = Path(__file__).parent / "page.typ"
SAMPLE_MARK = "Sample – fictional"
NOT_PUBLISHED = "Draft – not published"


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
    published = content.published
    return {
        "title": content.title,
        "variant": Variant(content.variant).label,
        "published": f"{published:%-d %B %Y}" if published else NOT_PUBLISHED,
        "overview": blocks(content.overview),
        "sections": [_section(heading, text) for heading, text in content.sections],
        "questions": list(content.questions),
        "board": current().board_name,
        "sample_mark": SAMPLE_MARK if content.is_sample else "",
    }


def _section(heading: str, text: str) -> dict[str, Any]:
    return {"heading": heading, "blocks": blocks(text)}
