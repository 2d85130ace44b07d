"""Making PDFs that everybody can read: tagged, titled, with a language, the same bytes each time.

A template is a typst file inside this project; what it says arrives as data and is never read as
typst's own language. Reading and checking PDFs that others made does not live here.
"""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.utils.module_loading import import_string

from tscb.common.made_files import kept, mark_of
from tscb.common.typesetting.glyphs import fonts, printable
from tscb.common.typesetting.marked_up import blocks

__all__ = ["blocks", "kept_pdf", "mark_of_pdf", "printable", "typeset"]

# Templates find the shared house style, and nothing outside the project, below this folder.
PROJECT = Path(__file__).resolve().parents[3]
# PDF dates are part of the bytes. A fixed one lets the same text give the same file.
WRITTEN_AT = 1_577_836_800
HOUSE = Path(__file__).parent / "house.typ"


def typeset(template: Path, data: dict[str, Any]) -> bytes:
    """The PDF/UA-1 that the template makes of the data (texts, lists and dictionaries of texts)."""
    return typst.compile(
        template,
        root=PROJECT,
        font_paths=fonts(),
        sys_inputs={"data": json.dumps(printable(data)), **colours()},
        pdf_standards="ua-1",
        timestamp=WRITTEN_AT,
    )


def colours() -> dict[str, str]:
    """Of this site, by the names that house.typ gives them: the settings say who knows them."""
    known: dict[str, str] = import_string(settings.PRINTED_COLOURS)()
    return known


def mark_of_pdf(template: Path, data: dict[str, Any]) -> str:
    """The mark of the PDF of this data: it changes with the template and with typst, too."""
    return mark_of(data, colours(), template, HOUSE, version("typst"))


def kept_pdf(place: str, template: Path, data: dict[str, Any]) -> tuple[bytes, str]:
    """The PDF and its mark; made only if the one that is kept is of something else."""
    mark = mark_of_pdf(template, data)
    return kept(place, mark, lambda: typeset(template, data)), mark
