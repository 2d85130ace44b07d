"""The slides as a PowerPoint file, which trainers make their own.

Titles and texts stand in the layout's own places, so that outline, reading order and screen readers
find them. The file says neither when nor by whom it was made.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.util import Pt

from briefings.pack.action_plan import of_xml
from tscb.common.typesetting import colours
from tscb.common.zip_files import zipped
from tscb.training.slides.design import dressed

LANGUAGE = MSO_LANGUAGE_ID.ENGLISH_UK
MADE_AT = datetime(2020, 1, 1)  # noqa: DTZ001 - a file's own clock, without a zone; one for all files
Sizes = tuple[tuple[tuple[int, int], ...], int]
# Points of the type, for so many letters at most, and for more.
TEXTS: Sizes = ((150, 28), (320, 26), (420, 24)), 20
TITLES: Sizes = ((70, 32), (110, 26)), 20
# What the library brings along, with dates, a picture and a printer of its maker's.
LEFT_OUT = re.compile(r"docProps/(app\.xml|thumbnail\.\w+)|.*printerSettings.*")
NAMED = re.compile(
    rb"<(Relationship|Override) [^>]*(app\.xml|thumbnail|printerSettings)[^>]*/>"
    rb'|<Default Extension="(bin|jpeg)"[^>]*/>'
)


def powerpoint(data: dict[str, Any]) -> bytes:
    """The same bytes for the same slides."""
    show = dressed(Presentation(), colours())
    for number, slide in enumerate(data["slides"]):
        _draw(show, slide, is_first=number == 0)
    _describe(show.core_properties, data)
    output = BytesIO()
    show.save(output)
    return zipped(_files(output))


def _draw(show: Any, told: dict[str, Any], *, is_first: bool) -> None:
    slide = show.slides.add_slide(show.slide_layouts[0 if is_first else 1])
    title, body = slide.shapes.title.text_frame, slide.placeholders[1].text_frame
    _write(title.paragraphs[0], {"text": told["title"]}, _size(len(told["title"]), TITLES))
    letters = sum(len(run["text"]) for line in told["lines"] for run in line["runs"])
    size = _size(letters, TEXTS)
    for number, line in enumerate(told["lines"]):
        paragraph = body.paragraphs[0] if number == 0 else body.add_paragraph()
        paragraph.level = line["level"]
        for run in line["runs"]:
            _write(paragraph, run, size)
    if told["small"]:
        paragraph = body.add_paragraph() if told["lines"] else body.paragraphs[0]
        _write(paragraph, {"text": told["small"]}, 14)
    _say(slide, told["notes"])


def _size(letters: int, sizes: Sizes) -> int:
    steps, smallest = sizes
    return next((size for most, size in steps if letters <= most), smallest)


def _write(paragraph: Any, told: dict[str, Any], size: int | None = None) -> None:
    run = paragraph.add_run()
    run.text = of_xml(told["text"].replace("\n", " "))
    run.font.language_id = LANGUAGE
    if size:
        run.font.size = Pt(size)
    if told.get("bold"):
        run.font.bold = True
    if told.get("link"):
        run.hyperlink.address = of_xml(told["link"])


def _say(slide: Any, notes: list[str]) -> None:
    frame = slide.notes_slide.notes_text_frame
    for number, sentence in enumerate(notes):
        _write(frame.paragraphs[0] if number == 0 else frame.add_paragraph(), {"text": sentence})


def _describe(about: Any, data: dict[str, Any]) -> None:
    about.title = of_xml(f"{data['theme']} – training slides")[:255]
    about.author = about.last_modified_by = of_xml(data["board"])[:255]
    about.language, about.revision = "en-GB", 1
    about.created = about.modified = MADE_AT


def _files(made: BytesIO) -> Iterator[tuple[str, bytes]]:
    """Without what is not ours, and nowhere in American."""
    with zipfile.ZipFile(made) as archive:
        for name in archive.namelist():
            if not LEFT_OUT.fullmatch(name):
                yield name, _cleaned(name, archive.read(name))


def _cleaned(name: str, content: bytes) -> bytes:
    if name.endswith((".rels", "[Content_Types].xml")):
        return NAMED.sub(b"", content)
    return content.replace(b'lang="en-US"', b'lang="en-GB"')
