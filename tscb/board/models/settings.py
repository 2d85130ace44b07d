"""The names and addresses of the board, one row: they have changed before, and will again."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from tscb.board.calling.phone import check_number
from tscb.board.defaults import NAMES
from tscb.board.framework import Framework
from tscb.board.look.checks import check_colour
from tscb.common.content_version import bumps

ONLY_ROW = 1


class BoardSettings(models.Model):
    """What the board, its panel and its form are called, and where its links lead."""

    board_name = models.CharField("name of the board", max_length=100, default=NAMES["board_name"])
    board_short_name = models.CharField(
        "short name of the board", max_length=20, default=NAMES["board_short_name"]
    )
    area_name = models.CharField(
        "name of the area",
        max_length=60,
        default=NAMES["area_name"],
        help_text="The town, borough or county, as it stands in a sentence.",
    )
    panel_name = models.CharField("name of the panel", max_length=100, default=NAMES["panel_name"])
    panel_short_name = models.CharField(
        "short name of the panel", max_length=20, default=NAMES["panel_short_name"]
    )
    form_name = models.CharField(
        "name of the referral form", max_length=100, default=NAMES["form_name"]
    )
    learning_review = models.CharField(
        "what practitioners may suggest",
        max_length=80,
        default=NAMES["learning_review"],
        help_text="The review that brings the practitioners of a case together, with its article, "
        "as it stands after “Suggest”. Call it as among the types of review.",
    )
    chair_title = models.CharField(
        "who decides, by title",
        max_length=60,
        default=NAMES["chair_title"],
        help_text="In small letters, as in a sentence: independent chair, independent scrutineer.",
    )
    framework = models.CharField(
        "statutory guidance",
        max_length=10,
        choices=Framework,
        default=NAMES["framework"],
        help_text="Criteria of the form and of the panel, deadlines, types of review to recommend "
        "and whom to tell follow it. Cases that were begun before keep theirs.",
    )
    panel_email = models.EmailField(
        "panel’s e-mail address",
        blank=True,
        help_text="Gets a notice, without any detail of the case, when a referral arrives. "
        "Never shown to the public.",
    )
    panel_phone = models.CharField(
        "panel’s telephone number",
        max_length=40,
        blank=True,
        validators=[check_number],
        help_text="For questions about a referral. Stands on its referrer’s receipt, not on public "
        "pages. Left empty, the receipt names the numbers for a child at risk alone.",
    )
    summary_working_days = models.PositiveSmallIntegerField(
        "working days for a summary",
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="How long agencies have to answer what they are asked about a case. Each request "
        "can have another time.",
    )
    public_email = models.EmailField(
        "public e-mail address",
        blank=True,
        help_text="Shown for questions about this website, privacy, accessibility and security.",
    )
    paper_address = models.TextField(
        "where forms on paper are sent",
        max_length=300,
        blank=True,
        help_text="The postal address on the printed form, a line each. Shown to the public.",
    )
    paper_email = models.EmailField(
        "secure mailbox for forms on paper",
        blank=True,
        help_text="Printed on the form for those who scan it. Shown to the public. Leave it empty "
        "unless mail reaches it encrypted.",
    )
    front_door = models.CharField(
        "who takes concerns about a child",
        max_length=60,
        default=NAMES["front_door"],
        help_text="The team whom people call in office hours, as it stands after “the”.",
    )
    manual_name = models.CharField(
        "name of the procedures manual", max_length=100, default=NAMES["manual_name"]
    )
    manual_url = models.URLField(
        "address of the procedures manual",
        blank=True,
        default=NAMES["manual_url"],
    )
    online_referral_name = models.CharField(
        "name of the online referral",
        max_length=100,
        default=NAMES["online_referral_name"],
    )
    online_referral_url = models.URLField(
        "address of the online referral",
        blank=True,
        help_text="Left empty, the page names the form and says to ask for it on the telephone.",
    )
    exit_url = models.URLField(
        "where “Leave this page” leads",
        default=NAMES["exit_url"],
        help_text="A harmless site that many people look at, such as a weather forecast. Who has "
        "to leave a page in a hurry should be seen on something that needs no explaining.",
    )
    publication_months = models.PositiveSmallIntegerField(
        "months a review stays published",
        default=12,
        validators=[MinValueValidator(12), MaxValueValidator(600)],
        help_text="At least 12. After that an editor is asked whether the review stays.",
    )
    website_address = models.URLField(
        "address of this website",
        blank=True,
        help_text="With https://. Used in security.txt.",
    )
    content_warning = models.TextField(
        "warning before distressing content",
        max_length=1_000,
        blank=True,
        default=NAMES["content_warning"],
        help_text="Stands at the top of every case review, with numbers that give support. "
        "**bold**, [words](https://address) and [number](tel:number).",
    )
    main_colour = models.CharField(
        "main colour",
        max_length=7,
        default=NAMES["main_colour"],
        validators=[check_colour],
        help_text="Of the head, of buttons and of PDFs. White words have to be read on it.",
    )
    link_colour = models.CharField(
        "colour of links",
        max_length=7,
        default=NAMES["link_colour"],
        validators=[check_colour],
        help_text="On white and on pale tints.",
    )
    icon_letters = models.CharField(
        "letters in the browser’s tab",
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^\w*$", "Letters or digits alone.")],
        help_text="One or two. Left empty, the tab shows the site’s own mark in the main colour.",
    )
    logo = models.CharField(max_length=100, blank=True)  # name of the file in the private store
    logo_width = models.PositiveSmallIntegerField(default=0)
    logo_height = models.PositiveSmallIntegerField(default=0)
    logo_has_name = models.BooleanField(
        "the logo shows the name of the board",
        default=False,
        help_text="Then the name is not written beside it, and is read out to people who do not "
        "see the logo.",
    )
    logo_on_white = models.BooleanField("white behind the logo", default=True)
    sample_was_loaded = models.BooleanField(default=False, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = "names and addresses"
        triggers = bumps()
        constraints = [
            models.CheckConstraint(name="board_settings_one_row", condition=Q(pk=ONLY_ROW))
        ]

    def __str__(self) -> str:
        return self.board_name

    @classmethod
    def current(cls) -> "BoardSettings":
        """The one row, or the defaults unsaved where there is none yet."""
        return cls.objects.filter(pk=ONLY_ROW).first() or cls(pk=ONLY_ROW)
