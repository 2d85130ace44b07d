"""The home page: its words and its parts in the order that staff gave them. One row."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from tscb.board.frontage.home import DEFAULT_HOME, MOST_ITEMS, Section
from tscb.board.models.settings import ONLY_ROW
from tscb.board.placeholders import check_placeholders
from tscb.common.content_version import bumps


class HomePage(models.Model):
    title = models.CharField(
        "heading", max_length=100, default=DEFAULT_HOME.title, validators=[check_placeholders]
    )
    lead = models.TextField(
        "words below it",
        max_length=400,
        default=DEFAULT_HOME.lead,
        validators=[check_placeholders],
        help_text="One or two sentences: what the site is for.",
    )

    parts = ("sections", "highlights")

    class Meta:
        triggers = bumps()
        verbose_name = verbose_name_plural = "home page"
        constraints = [models.CheckConstraint(name="board_home_one_row", condition=Q(pk=ONLY_ROW))]

    def __str__(self) -> str:
        return "Home page"


class HomeSection(models.Model):
    home = models.ForeignKey(HomePage, on_delete=models.CASCADE, related_name="sections")
    kind = models.CharField("part", max_length=15, choices=Section)
    heading = models.CharField(
        max_length=100,
        blank=True,
        validators=[check_placeholders],
        help_text="Left empty: the part’s own name.",
    )
    text = models.TextField(
        max_length=2_000,
        blank=True,
        validators=[check_placeholders],
        help_text="For “A text” and “Refer a case”. Paragraphs, lists with “-”, **bold**, links.",
    )
    count = models.PositiveSmallIntegerField(
        "how many",
        default=3,
        validators=[MaxValueValidator(MOST_ITEMS)],
        help_text=f"Of a list, 0 to {MOST_ITEMS}; with 0 the part is left out.",
    )
    order = models.PositiveSmallIntegerField(default=0)
    shown = models.BooleanField(default=True)

    class Meta:
        triggers = bumps()
        ordering = ["order", "pk"]
        verbose_name = "part"

    def __str__(self) -> str:
        return self.heading or self.get_kind_display()

    def clean(self) -> None:
        if self.kind == Section.TEXT and not (self.heading and self.text.strip()):
            raise ValidationError({"text": "Give this part a heading and a text."})
        if self.text.strip() and self.kind in set(Section) - {Section.TEXT, Section.REFER}:
            raise ValidationError({"text": "This part has no text of its own."})


class HomeHighlight(models.Model):
    """A review or briefing that staff put forward; it shows for as long as it is public."""

    home = models.ForeignKey(HomePage, on_delete=models.CASCADE, related_name="highlights")
    address = models.CharField(
        max_length=500,
        help_text="Copied from the address bar: /case-reviews/… or /briefings/…",
    )
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        triggers = bumps()
        ordering = ["order", "pk"]
        verbose_name = "chosen review or briefing"
        verbose_name_plural = "chosen reviews and briefings"
        constraints = [
            models.UniqueConstraint(
                fields=["home", "address"],
                name="board_home_highlight_once",
                violation_error_message="It is chosen already.",
            )
        ]

    def __str__(self) -> str:
        return self.address
