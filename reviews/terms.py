"""Finding a word of the board's vocabulary by its name or address, ignoring case, or making it."""

from typing import Any, TypeVar
from zlib import crc32

from django.db.models import Model
from django.utils.text import slugify

Found = TypeVar("Found", bound=Model)


def find_or_make(model: type[Found], word: str, **defaults: Any) -> Found:
    """The term that staff know by this name or slug; an unknown one is made."""
    word = " ".join(word.split())
    terms, slug = model._default_manager, _slug_of(word)
    found = terms.filter(name__iexact=word).first() or terms.filter(slug=slug).first()
    return found or terms.create(name=word, slug=slug, **defaults)


def _slug_of(word: str) -> str:
    """An address for every word, also for one without a Latin letter or a digit."""
    return slugify(word)[:100] or f"term-{crc32(word.casefold().encode()):08x}"
