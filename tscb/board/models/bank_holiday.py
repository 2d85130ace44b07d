"""What the list of bank holidays that ships with the site does not say, or says wrongly."""

from django.db import models

from tscb.common.content_version import bumps


class BankHolidayChange(models.Model):
    """One day: added to the bank holidays, or taken from them."""

    date = models.DateField(unique=True)
    is_holiday = models.BooleanField(
        "what this day is",
        choices=((True, "A bank holiday that is not listed"), (False, "Not a bank holiday")),
        default=True,
        help_text="Choose the second for a bank holiday that was moved to another day.",
    )
    name = models.CharField(
        max_length=100, help_text="For example “Bank holiday for the coronation”."
    )

    class Meta:
        ordering = ("-date",)
        triggers = bumps()
        verbose_name = "change to the bank holidays"
        verbose_name_plural = "changes to the bank holidays"

    def __str__(self) -> str:
        return f"{self.date:%-d %B %Y}: {self.name}"
