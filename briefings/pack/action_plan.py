"""The action plan as a Word file that a team fills in: headings, language and a table with a header
row, so that a screen reader can follow it. A PDF form made here could not be filled in by all.

The file is a ZIP of a few XML parts, which are templates; Django's escaping is XML's, too.
"""

import unicodedata
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from tscb.common.zip_files import zipped

FOLDER = "briefings/action_plan"
PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "relations.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/styles.xml": "styles.xml",
    "word/_rels/document.xml.rels": "document_relations.xml",
}
TEMPLATES = tuple(Path(settings.BASE_DIR, "templates", FOLDER, name) for name in PARTS.values())
MEETING = ("Team or service", "Agency", "Date", "Led by (role)", "How many people took part")
COLUMNS = (
    # Heading, and width in twentieths of a point; together the width of an A4 page lying down.
    ("What we take from the briefing", 3400),
    ("What we will do", 3800),
    ("Who (role)", 1900),
    ("By when", 1500),
    ("How we will know that it works", 3000),
)
ROWS = 6


def action_plan(data: dict[str, Any]) -> bytes:
    """The Word file to go with what was talked through; the same bytes for the same data."""
    context = {
        "title": of_xml(data["title"]),
        "board": of_xml(data["board"]),
        "made_of": of_xml(data["made_of"]),
        "address": data["address"],
        "sample_mark": data["sample_mark"],
        "meeting": MEETING,
        "columns": COLUMNS,
        "rows": range(1, ROWS + 1),
    }
    return zipped(
        (part, render_to_string(f"{FOLDER}/{template}", context).encode())
        for part, template in PARTS.items()
    )


def of_xml(text: str) -> str:
    """Without what XML cannot hold at all, escaped or not."""
    forbidden = "\ufffe\uffff"
    return "".join(
        one
        for one in text
        if unicodedata.category(one) not in ("Cc", "Cs") and one not in forbidden
    )
