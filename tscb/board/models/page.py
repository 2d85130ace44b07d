"""Explanation pages that staff write: learning reviews, the panel, privacy, accessibility …"""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import Resolver404, resolve, reverse

from tscb.board.defaults import ABOUT, NOWHERE
from tscb.board.placeholders import check_placeholders
from tscb.common.content_version import bumps
from tscb.common.rich_text.fields import RichTextField


class PagePlace(models.TextChoices):
    ABOUT = ABOUT, "Beside the other explanation pages"
    NOWHERE = NOWHERE, "Only from menus and texts"


class PageQuerySet(models.QuerySet["Page"]):
    def published(self) -> Self:
        return self.filter(published=True)


class Page(models.Model):
    slug = models.SlugField(
        "address", max_length=100, unique=True, help_text="The page stands at /address/."
    )
    title = models.CharField(max_length=200, validators=[check_placeholders])
    body = RichTextField(
        "text",
        max_length=100_000,
        validators=[check_placeholders],
        help_text="Names in braces, such as {board}, {panel} or {contact}, become those entered "
        "under Names and addresses. Text from Word can be pasted.",
    )
    published = models.BooleanField(default=True, help_text="Untick to take the page off the site.")
    order = models.PositiveSmallIntegerField(default=0, help_text="Lower numbers come first.")
    show_in = models.CharField(
        "linked from", max_length=10, choices=PagePlace, default=PagePlace.NOWHERE
    )
    updated_at = models.DateTimeField(auto_now=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        triggers = bumps()

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("board:page", args=[self.slug])

    def clean(self) -> None:
        """An address that another part of the site answers would hide the page."""
        try:
            taken = resolve(f"/{self.slug}/").view_name != "board:page"
        except Resolver404:
            taken = False
        if taken:
            raise ValidationError({"slug": "Another part of the site has this address."})
