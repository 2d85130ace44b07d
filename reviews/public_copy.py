"""The public copy of any PDF that goes on the site, also of one that is no document of a review."""

from pathlib import Path

from django.core.exceptions import ValidationError

from reviews.safety import CleaningError, Finding, clean, inspect

MOST = 5  # findings that are told
MORE = "There is more of the kind. Make the PDF again from the document that it was made of."


def make(source: Path, target: Path, *, title: str) -> None:
    """Writes it to `target`. Raises ValidationError with all that no cleaning takes away: here
    nobody can give a reason why it may stay, as with a document of a review."""
    left = [found for found in inspect(source).findings if found.matters or _blocks(found)]
    if left:
        more = [MORE] if len(left) > MOST else []
        raise ValidationError([_sentence(found) for found in left[:MOST]] + more)
    try:
        clean(source, target, title=title)
    except CleaningError as refused:
        raise ValidationError(str(refused)) from None


def _blocks(found: Finding) -> bool:
    return found.severity is found.severity.CRITICAL


def _sentence(found: Finding) -> str:
    return f"Page {found.page}: {found.message}" if found.page else found.message
