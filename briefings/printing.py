"""A briefing's printed page as an editor meets it: whether it is one, and how it looks."""

import io
from typing import Any

from briefings.sheet import content_of, make
from tscb.common.uploads.pdf_reading import opened

SHARPNESS = 1.5  # of 72 dots an inch: a page can be read beside its web page, and loads at once


def picture_of(briefing: Any, number: int) -> bytes | None:
    """A page as a PNG; None for a page that is not there."""
    with opened(make(content_of(briefing))) as document:
        if not 1 <= number <= len(document):
            return None
        image = document[number - 1].render(scale=SHARPNESS).to_pil()
    output = io.BytesIO()
    image.save(output, "PNG", optimize=True)
    return output.getvalue()


def fit_in_words(pages: int) -> str:
    """For an editor, before anything is refused."""
    if pages == 1:
        return "Printed, it fits one A4 page."
    return (
        f"Printed, it needs {pages} A4 pages: shorten it until it fits one, or it cannot be "
        "published."
    )
