"""A cover picture: kept only in the sizes that pages use, made anew from what was uploaded.

The files of an earlier picture stay as long as its item: a version that comes back brings its
picture along.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.http import Http404, HttpRequest, HttpResponseBase

from tscb.common.publishing.history import HistoryEntry
from tscb.common.uploads.images import ImageSize
from tscb.common.uploads.serving import file_response
from tscb.common.uploads.storage import RandomNameIn, delete_on_commit, private_storage

name_for = RandomNameIn("covers")
MODERN = "image/avif"


class Covered(models.Model):
    """Something with a cover picture; `cover_sizes` lists width, height, type and file of each,
    smallest first.
    """

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
        """The largest that every browser shows, for the page's `src`, width and height."""
        for_all = [size for size in self.cover_sizes if not is_modern(size)]
        return for_all[-1] if for_all else None

    @property
    def cover_srcset(self) -> str:
        """The widths that every browser shows; addresses are relative to the page."""
        return srcset(size for size in self.cover_sizes if not is_modern(size))

    @property
    def cover_srcset_modern(self) -> str:
        """The same as AVIF; nothing for a cover that was made before there was any."""
        return srcset(size for size in self.cover_sizes if is_modern(size))


def is_modern(size: dict[str, Any]) -> bool:
    return size.get("type") == MODERN


def address_of(size: dict[str, Any]) -> str:
    """The last part of its address: 640, or 640.avif."""
    return f"{size['width']}{'.avif' if is_modern(size) else ''}"


def srcset(sizes: Iterable[dict[str, Any]]) -> str:
    return ", ".join(f"cover/{address_of(size)} {size['width']}w" for size in sizes)


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


def cover_response(request: HttpRequest, item: Covered, address: str) -> HttpResponseBase:
    """One size of the cover, `640` or `640.avif`; raises Http404 for one that was not made."""
    for size in item.cover_sizes:
        if address_of(size) == address:
            file = private_storage().open(size["file"])
            name = f"cover-{address}"
            return file_response(
                file, name=name, content_type=size["type"], inline=True, request=request
            )
    raise Http404("There is no such picture.")
