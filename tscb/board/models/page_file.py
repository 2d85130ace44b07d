"""A file or a picture of an explanation page: public as long as its page is."""

import uuid
from typing import Self

from django.db import models
from django.urls import reverse

from tscb.board.models.page import Page
from tscb.common.content_version import bumps
from tscb.common.uploads.storage import RandomNameIn, private_storage, public_file_name


class FileKind(models.TextChoices):
    PDF = "pdf", "PDF"
    JPEG = "jpg", "Picture"
    WEBP = "webp", "Picture with transparent parts"


CONTENT_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.JPEG: "image/jpeg",
    FileKind.WEBP: "image/webp",
}


class PageFileQuerySet(models.QuerySet["PageFile"]):
    def published(self) -> Self:
        return self.filter(page__published=True)

    def pictures(self) -> Self:
        return self.exclude(kind=FileKind.PDF)


class PageFile(models.Model):
    """What is kept was made anew of what came: tscb/board/pages/files.py."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="files")
    title = models.CharField(
        max_length=200, help_text="What it is, in a few words. Its address is made of them."
    )
    alternative_text = models.CharField(
        max_length=300,
        blank=True,
        help_text="What a picture shows, for those who cannot see it. Pictures need one.",
    )
    file = models.FileField(
        storage=private_storage, upload_to=RandomNameIn("pages"), editable=False
    )
    kind = models.CharField(max_length=4, choices=FileKind, editable=False)
    added_at = models.DateTimeField(auto_now_add=True)

    objects = PageFileQuerySet.as_manager()

    class Meta:
        verbose_name = "file of a page"
        verbose_name_plural = "files of pages"
        ordering = ["page", "title", "pk"]
        triggers = bumps()

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> str:
        return public_file_name(self.title, self.kind)

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[FileKind(self.kind)]

    @property
    def is_picture(self) -> bool:
        return self.kind != FileKind.PDF

    @property
    def address(self) -> str:
        """For a link or a picture in a text; it stays when the file has another title."""
        return reverse("board:page_file", args=[self.public_id])
