"""The menus of the site: what staff put at the top and at the foot of every page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from tscb.board.frontage.targets import Place, Target
from tscb.board.models.page import Page
from tscb.board.placeholders import check_placeholders
from tscb.common.content_version import bumps


class Menu(models.Model):
    """One of the two menus; each version of its entries is kept with it."""

    place = models.CharField(max_length=10, choices=Place, unique=True, editable=False)

    parts = ("entries",)

    class Meta:
        triggers = bumps()
        ordering = ["-place"]
        constraints = [
            models.CheckConstraint(name="board_menu_place", condition=Q(place__in=Place.values))
        ]

    def __str__(self) -> str:
        return self.get_place_display()


class MenuEntry(models.Model):
    menu = models.ForeignKey(Menu, on_delete=models.CASCADE, related_name="entries")
    target = models.CharField("leads to", max_length=20, choices=Target)
    page = models.ForeignKey(
        Page,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="explanation page",
    )
    address = models.CharField(
        max_length=500,
        blank=True,
        help_text="/case-reviews/?theme=neglect; at the foot of the page also https://…",
    )
    label = models.CharField(
        "words",
        max_length=60,
        blank=True,
        validators=[check_placeholders],
        help_text="Left empty: the name of the part, or the title of the page.",
    )
    order = models.PositiveSmallIntegerField(default=0)
    shown = models.BooleanField(default=True)

    class Meta:
        triggers = bumps()
        ordering = ["order", "pk"]
        verbose_name = "entry"
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        name = self.page.title if self.page else self.address or self.get_target_display()
        return self.label or name

    @property
    def leads_to(self) -> tuple[str, str, str]:
        return self.target, self.page.slug if self.page else "", self.address

    @property
    def is_lost(self) -> bool:
        """Its page was taken off the site, or deleted: visitors do not see the entry."""
        return self.target == Target.PAGE and not (self.page and self.page.published)

    def clean(self) -> None:
        is_page, is_address = self.target == Target.PAGE, self.target == Target.ADDRESS
        if is_page and not self.page:
            raise ValidationError({"page": "Choose the explanation page it leads to."})
        if self.page and not is_page:
            raise ValidationError({"page": f"For this page choose “{Target.PAGE.label}” before."})
        if is_address and not (self.address and self.label):
            raise ValidationError({"address": "Enter the address, and the words to show for it."})
        if self.address and not is_address:
            raise ValidationError({"address": f"For it choose “{Target.ADDRESS.label}” before."})
