"""Finding a word of the board's vocabulary by its address or name, ignoring case, or making it."""

from typing import Any, TypeVar

from django.db.models import Model, Q
from django.utils.text import slugify

Found = TypeVar("Found", bound=Model)


def find_or_make(model: type[Found], word: str, **defaults: Any) -> Found:
    """The term that staff know by this slug or name; an unknown one is made."""
    word = " ".join(word.split())
    slug = slugify(word)[:100]
    found = model._default_manager.filter(Q(slug=slug) | Q(name__iexact=word)).first()
    return found or model._default_manager.create(name=word, slug=slug, **defaults)
