"""The documents of a sample review as PDFs: what each kind of document holds, and in which order.

Only fictional reviews are typeset here. What real boards publish arrives as files.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tscb.common.typesetting import blocks, typeset

TEMPLATE = Path(__file__).parent / "sample_content" / "report.typ"
SAMPLE_MARK = "Sample – fictional"
Record = Mapping[str, Any]
Section = dict[str, Any]

COVER_NOTES = (
    "This document is part of the sample content of a website. The child, the family, the events "
    "and every figure in it are invented. It describes nobody.",
    "If you are worried about a child now, do not wait: use the numbers on the website, or ring "
    "999 if a child is in immediate danger.",
)
ABOUT = (
    "This document shows how a case review is written and published. Everything in it is "
    "fictional and is marked as a sample on each page.\n\n"
    "A case review looks at how agencies worked together around a child and a family, so that "
    "others can learn from it. It does not ask who was to blame, and it does not decide whether "
    "anybody broke the law. Practitioners are described by their role, and the family is "
    "described only as far as the learning needs it.\n\n"
    "You may read it alone, but it was written to be talked about. Choose one learning point for "
    "your next team meeting and ask **what it would look like here**."
)
FOLLOWING_UP = (
    "Each agency tells the board every three months how far it is. The board asks for evidence "
    "from practice, such as an audit, an example or the view of a family, and not only for a new "
    "policy. A recommendation is closed when the change can be seen in ordinary work.\n\n"
    "Recommendations that depend on bodies outside the board stay open here until they are done."
)


def report(record: Record, document: Record, *, board: str) -> bytes:
    """One document of a review, in the shape that its role asks for."""
    published = date.fromisoformat(record["published"])
    data = {
        "title": record["title"],
        "role": document["title"],
        "review_type": record["type"],
        "board": record.get("board", board),
        "published": f"{published:%-d %B %Y}",
        "sample_mark": SAMPLE_MARK,
        "cover_notes": COVER_NOTES,
        "facts": _facts(record),
        "sections": [part(record) for part in PARTS[document["role"]]],
    }
    return typeset(TEMPLATE, data)


def _facts(record: Record) -> list[dict[str, str]]:
    found = {
        "Type of review": record["type"],
        "Age of the child": AGES[record["age_band"]],
        "Harm": ", ".join(record["harms"]),
        "Agencies that took part": ", ".join(record["agencies"]),
    }
    return [{"name": name, "value": value} for name, value in found.items() if value]


AGES = {
    "unborn": "Unborn",
    "0-1": "Under 1",
    "1-5": "1 to 5",
    "6-10": "6 to 10",
    "11-15": "11 to 15",
    "16-17": "16 to 17",
    "not stated": "Not stated",
}


def _prose(heading: str, text: str) -> Section:
    return {"kind": "prose", "heading": heading, "blocks": blocks(text)}


def _about(record: Record) -> Section:
    return _prose("About this document", ABOUT)


def _summary(record: Record) -> Section:
    return _prose("Summary", record["summary"])


def _what_happened(record: Record) -> Section:
    return _prose("What happened", record["what_happened"])


def _method(record: Record) -> Section:
    return _prose("How this review was done", record["method"])


def _response(record: Record) -> Section:
    return _prose("The response", record["response"])


def _following_up(record: Record) -> Section:
    return _prose("How we will know", FOLLOWING_UP)


def _learning(record: Record) -> Section:
    points = [blocks(point) for point in record["learning"]]
    return {"kind": "learning", "heading": "What we learned", "points": points}


def _recommendations(record: Record) -> Section:
    rows = [_row(recommendation) for recommendation in record["recommendations"]]
    return {"kind": "recommendations", "heading": "Recommendations and progress", "rows": rows}


def _row(recommendation: Record) -> dict[str, str]:
    due = date.fromisoformat(recommendation["due"])
    return {
        "text": recommendation["text"],
        "owner": recommendation["owner"],
        "due": f"{due:%-d %b %Y}",
        "status": recommendation["status"].capitalize(),
        "evidence": recommendation.get("evidence", ""),
    }


PARTS: Mapping[str, tuple[Callable[[Record], Section], ...]] = {
    "overview report": (
        _about, _summary, _what_happened, _learning, _recommendations, _method, _response,
    ),
    "executive summary": (_about, _summary, _learning, _recommendations),
    "board response": (_about, _summary, _response, _recommendations, _following_up),
    "action plan": (_about, _recommendations, _following_up),
    "other": (_about, _summary, _what_happened, _learning, _recommendations, _method),
}  # fmt: skip
