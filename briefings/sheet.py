"""A 7 minute briefing as a PDF of one page, for a notice board or a team without a screen."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tscb.common.typesetting import blocks, typeset

TEMPLATE = Path(__file__).parent / "sample_content" / "briefing.typ"
VARIANTS = {"case": "About a case", "theme": "About a theme"}
SAMPLE_MARK = "Sample – fictional"


def sheet(
    *,
    title: str,
    variant: str,
    published: date,
    overview: str,
    sections: Sequence[tuple[str, str]],
    questions: Sequence[str],
    board: str,
    is_sample: bool,
) -> bytes:
    """The PDF. A section is its heading and its text in the small markup."""
    data = {
        "title": title,
        "variant": VARIANTS[variant],
        "published": f"{published:%-d %B %Y}",
        "overview": blocks(overview),
        "sections": [{"heading": heading, "blocks": blocks(text)} for heading, text in sections],
        "questions": list(questions),
        "board": board,
        "sample_mark": SAMPLE_MARK if is_sample else "",
    }
    return typeset(TEMPLATE, data)
