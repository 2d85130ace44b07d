"""Making PDFs that everybody can read: tagged, titled, with a language, the same bytes each time.

A template is a typst file inside this project; what it says arrives as data and is never read as
typst's own language. Reading and checking PDFs that others made does not live here.
"""

import json
from pathlib import Path
from typing import Any

import typst

from tscb.common.typesetting.glyphs import fonts, printable
from tscb.common.typesetting.marked_up import blocks

__all__ = ["blocks", "typeset"]

# Templates find the shared house style, and nothing outside the project, below this folder.
PROJECT = Path(__file__).resolve().parents[3]
# PDF dates are part of the bytes. A fixed one lets the same text give the same file.
WRITTEN_AT = 1_577_836_800


def typeset(template: Path, data: dict[str, Any]) -> bytes:
    """The PDF/UA-1 that the template makes of the data (texts, lists and dictionaries of texts)."""
    return typst.compile(
        template,
        root=PROJECT,
        font_paths=fonts(),
        sys_inputs={"data": json.dumps(printable(data))},
        pdf_standards="ua-1",
        timestamp=WRITTEN_AT,
    )
