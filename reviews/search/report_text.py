"""Keeps the text of a signed-off document page by page: to be read on a web page, and of a report
to be searched."""

import re
import unicodedata
from typing import Any

from django.db import transaction

from reviews import safety
from reviews.models import Document

LONGEST_PAGE = 50_000  # characters; a page of a real report has three thousand
BROKEN_WORD = re.compile("[\u0002\u00ad\ufffe]\\s*")  # PDFium's marks of a line's end in a word
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@transaction.atomic
def keep_text(document: Document) -> None:
    """Reads the cleaned copy and replaces what is kept of the document."""
    texts = [_tidy(text) for text in _texts(document)]
    kept: Any = document.report_pages
    kept.all().delete()
    kept.bulk_create(
        kept.model(document=document, number=number, text=text)
        for number, text in enumerate(texts, 1)
        if text
    )


def _texts(document: Document) -> list[str]:
    """By page; none if the file cannot be read. It was inspected before: only read here."""
    with document.cleaned.open("rb") as file:
        return safety.texts_of(file)


def _tidy(text: str) -> str:
    """Whole words, accented letters as one character each, nothing that cannot be stored."""
    text = text.encode("utf-8", "ignore").decode()
    text = UNSEEN.sub(" ", BROKEN_WORD.sub("", text))
    return unicodedata.normalize("NFC", text).strip()[:LONGEST_PAGE]
