"""What staff fill in of the accessibility statement. The sentences that the law fixes stand in its
template (templates/board/statement.html) and cannot be taken out.
"""

from typing import Any

from django.db import models
from django.utils import timezone

from tscb.board.models.page import Page
from tscb.board.placeholders import check_placeholders
from tscb.common.content_version import bumps
from tscb.common.rich_text.fields import RichTextField


class Compliance(models.TextChoices):
    FULL = "fully", "Fully compliant"
    PARTIAL = "partially", "Partially compliant"
    NONE = "not", "Not compliant"


def _text(name: str, help_text: str = "", **options: Any) -> RichTextField:
    checks = [check_placeholders]
    return RichTextField(name, max_length=20_000, validators=checks, help_text=help_text, **options)


class Statement(models.Model):
    """One, as part of its page: versions, preview and publishing are the page's."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="statement")
    status = models.CharField(
        "compliance status",
        max_length=10,
        choices=Compliance,
        default=Compliance.PARTIAL,
        help_text="One failed criterion of levels A and AA is enough for “partially”.",
    )
    non_compliance = _text(
        "content that does not comply",
        "Each failure, which criterion of WCAG 2.2 it fails, and when it will be put right.",
        blank=True,
    )
    burden = _text(
        "disproportionate burden",
        "What it would be a disproportionate burden to put right, and how that was assessed.",
        blank=True,
    )
    out_of_scope = _text(
        "not within the scope of the regulations",
        "For example documents from before 23 September 2018 that no service needs.",
        blank=True,
    )
    improving = _text("what is being done to improve")
    reply_days = models.PositiveSmallIntegerField(
        "working days until an answer", default=5, help_text="To whoever reports a problem."
    )
    tested_on = models.DateField("last tested on", default=timezone.localdate)
    tested_by = models.CharField(
        "tested by", max_length=200, help_text="As it stands after “carried out by”."
    )
    how_tested = _text("how it was tested", "What was looked at, how it was chosen, and with what.")
    prepared_on = models.DateField("first prepared on", default=timezone.localdate)

    class Meta:
        verbose_name = "accessibility statement"
        constraints = [
            models.UniqueConstraint(fields=["page"], name="board_statement_one_a_page"),
            models.CheckConstraint(
                name="board_statement_says_what_does_not_comply",
                condition=models.Q(status=Compliance.FULL)
                | ~models.Q(non_compliance="", burden="", out_of_scope=""),
                violation_error_message="Say what is not accessible, in one of the three texts, or "
                "choose “fully compliant”.",
            ),
            models.CheckConstraint(
                name="board_statement_full_has_no_failures",
                condition=~models.Q(status=Compliance.FULL)
                | models.Q(non_compliance="", burden=""),
                violation_error_message="A website with content that does not comply is not fully "
                "compliant: choose “partially”.",
            ),
        ]
        triggers = bumps()

    def __str__(self) -> str:
        return self.get_status_display()

    @property
    def texts(self) -> list[str]:
        """All that staff wrote in it, for the checks of links and headings."""
        return [
            self.non_compliance, self.burden, self.out_of_scope, self.improving, self.how_tested
        ]  # fmt: skip
