"""A cover picture: kept only in the sizes that pages use, made anew from what was uploaded.

The files of an earlier picture stay as long as its item: a version that comes back brings its
picture along.
"""

from collections.abc import Sequence
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.http import Http404, HttpRequest, HttpResponseBase

from tscb.common.publishing.history import HistoryEntry
from tscb.common.uploads.images import ImageSize
from tscb.common.uploads.serving import file_response
from tscb.common.uploads.storage import RandomNameIn, delete_on_commit, private_storage

name_for = RandomNameIn("covers")


class Covered(models.Model):
    """Something with a cover picture; `cover_sizes` lists width, height, type and file of each."""

    cover_alt = models.CharField(
        "what the cover picture shows",
        max_length=200,
        blank=True,
        help_text="For people who do not see it. It names no child, family or place.",
    )
    cover_sizes = models.JSONField(default=list, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def cover(self) -> dict[str, Any] | None:
        """The largest size, for the page's `src`, width and height."""
        return self.cover_sizes[-1] if self.cover_sizes else None


def keep_cover(item: Covered, made: Sequence[ImageSize]) -> None:
    """Makes these sizes the item's cover (unsaved)."""
    item.cover_sizes = [
        {
            "width": size.width,
            "height": size.height,
            "type": size.content_type,
            "file": private_storage().save(name_for(None, size.name), ContentFile(size.content)),
        }
        for size in made
    ]


def delete_covers(item: Covered) -> None:
    """To be called with the item's own deletion: its picture, and those of all its versions."""
    versions = HistoryEntry.objects.of(item).versions()
    of_versions = versions.values_list("content__fields__cover_sizes", flat=True)
    files = {size["file"] for sizes in (item.cover_sizes, *of_versions) for size in sizes or []}
    delete_on_commit(sorted(files))


def cover_response(request: HttpRequest, item: Covered, width: int) -> HttpResponseBase:
    """One size of the cover; raises Http404 for a width that was not made."""
    for size in item.cover_sizes:
        if size["width"] == width:
            file = private_storage().open(size["file"])
            name = f"cover-{width}"
            return file_response(
                file, name=name, content_type=size["type"], inline=True, request=request
            )
    raise Http404("There is no such picture.")
