"""What comes onto an agenda, in which order and for how long."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from referrals.models import AgendaItem, Referral
from tscb.common.forms import Checkboxes, GovukForm

LONGEST = 480  # minutes: a whole day
NOT_MINUTES = "Enter a number of minutes from 1 to 480"
NOT_PLACE = "Enter a number from 1 to 99"


def number(label: str | SafeString, most: int, wrong: str, **kwargs: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
        **kwargs,
    )


def of_item(words: str, item: AgendaItem) -> SafeString:
    """A short label, which says to who cannot see the row what it is about."""
    name = item.referral.reference if item.referral else item.business
    return format_html('{}<span class="govuk-visually-hidden"> of {}</span>', words, name)


class CasesForm(GovukForm):
    """Cases that wait for a meeting."""

    cases = forms.MultipleChoiceField(
        label="Cases that wait for a meeting",
        widget=Checkboxes,
        error_messages={"required": "Choose at least one case"},
    )

    def __init__(self, *args: Any, waiting: Iterable[Referral], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.pk), one.reference) for one in waiting]
        self.fields["cases"].choices = choices  # type: ignore[attr-defined]  # of a choice


class BusinessForm(GovukForm):
    business = forms.CharField(
        label="Other business",
        max_length=200,
        help_text="In a few words. Name no child and no case: a case is added above.",
        error_messages={"required": "Enter what it is about"},
    )
    takes = number("Minutes for it", LONGEST, NOT_MINUTES, initial=10)


class OrderForm(GovukForm):
    """Place and minutes of each item that this person sees."""

    def __init__(self, *args: Any, items: Iterable[AgendaItem], **kwargs: Any) -> None:
        self.items = list(items)
        super().__init__(*args, **kwargs)
        for item in self.items:
            self._ask_about(item)

    def _ask_about(self, item: AgendaItem) -> None:
        place, takes = (of_item(words, item) for words in ("Place", "Minutes"))
        self.fields[f"place_{item.pk}"] = number(place, 99, NOT_PLACE, initial=item.place)
        self.fields[f"takes_{item.pk}"] = number(takes, LONGEST, NOT_MINUTES, initial=item.takes)

    @property
    def rows(self) -> list[tuple[AgendaItem, forms.BoundField, forms.BoundField]]:
        return [(item, self[f"place_{item.pk}"], self[f"takes_{item.pk}"]) for item in self.items]

    @property
    def order(self) -> list[tuple[int, int, int]]:
        given = self.cleaned_data
        return [
            (item.pk, given[f"place_{item.pk}"], given[f"takes_{item.pk}"]) for item in self.items
        ]
