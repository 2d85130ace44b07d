"""An address of an item that another part of its room answers already, such as `feed`."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import NoReverseMatch, Resolver404, resolve

DETAIL = "detail"  # the name that every room gives the page of one item
TAKEN = "“%s” is the address of another page of this site: choose another word, or add one."


def check_address_is_free(model: type[Any], slug: str) -> None:
    """Raises ValidationError where the item's own address would lead to something else. What is
    taken is asked of the table of addresses itself."""
    try:
        match = resolve(model(slug=slug).get_absolute_url())
    except (NoReverseMatch, Resolver404):  # not even an address: the field's own rules say why
        return
    if (match.url_name, match.kwargs) != (DETAIL, {"slug": slug}):
        raise ValidationError(TAKEN % slug)


class Addressed(models.Model):
    """Something with an address of its own; its form refuses one that is taken."""

    slug: Any

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        super().clean_fields(exclude)
        if "slug" in (exclude or ()):
            return
        try:
            check_address_is_free(type(self), self.slug)
        except ValidationError as taken:
            raise ValidationError({"slug": taken.messages}) from None
