"""Making the report: typeset when it is asked for, and kept by nobody, since it says the day."""

from pathlib import Path
from typing import Any

from django.utils.timezone import localdate

from tscb.board.site import current
from tscb.common.typesetting import typeset
from tscb.reach import samples
from tscb.reach.period import Period
from tscb.reach.telling.parts import Part, Report, Section

TEMPLATE = Path(__file__).parent / "report.typ"
WIDE = 7  # columns: more of them need smaller letters


def make(report: Report) -> bytes:
    return typeset(TEMPLATE, data_of(report))


def data_of(report: Report) -> dict[str, Any]:
    period = report.period
    return {
        "title": "Reach and impact",
        "board": current().board_name,
        "period": f"{period.first:%-d %B %Y} to {period.last_day:%-d %B %Y}",
        "compared": _compared(period),
        "drawn": f"Drawn on {localdate():%-d %B %Y}",
        "sample_mark": "Holds sample content: numbers may be fictional" * samples.are_counted(),
        "sections": [_section(section) for section in report.sections],
    }


def _compared(period: Period) -> str:
    if not period.is_running:
        return ""
    return f"This time is not over. It is compared with {period.name_of_before}."


def _section(section: Section) -> dict[str, Any]:
    parts = [_part(part) for part in section.parts]
    return {"title": section.title, "parts": parts, "how": section.how}


def _part(part: Part) -> dict[str, Any]:
    """Numbers are texts here: typst sets them, and does no sums."""
    rows = [
        {"cells": [row.name, *(f"{number:,}" for number in row.numbers)], "is_whole": row.is_whole}
        for row in part.table.rows
    ]
    return {
        "title": part.title,
        "sentence": part.sentence,
        "heads": [part.table.first_head, *part.table.heads],
        "rows": [] if part.table.is_empty else rows,
        "is_wide": len(part.table.heads) >= WIDE,
        "chart": _chart(part) if part.is_drawn else {"bars": []},
    }


def _chart(part: Part) -> dict[str, Any]:
    """A bar's length is its part of the longest one, in per cent."""
    most = max(bar.length for bar in part.chart.bars)
    bars = [
        {"name": bar.name, "number": f"{bar.number:,}", "length": round(100 * bar.length / most)}
        for bar in part.chart.bars
    ]
    left_out = part.chart.left_out
    return {
        "bars": bars,
        "alt": f"{part.what} {part.chart.title}; the table below has the numbers",
        "left_out": f"{left_out} more in the table only." if left_out else "",
    }
