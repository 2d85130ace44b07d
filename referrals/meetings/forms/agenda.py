"""What comes onto an agenda, in which order and for how long."""

from collections.abc import Iterable
from typing import Any

from django import forms

from referrals.models import AgendaItem, Referral
from tscb.common.forms import Checkboxes, GovukForm

LONGEST = 480  # minutes: a whole day
NOT_MINUTES = "Enter a number of minutes from 1 to 480"
NOT_PLACE = "Enter a number from 1 to 99"


def number(label: str, most: int, wrong: str, **kwargs: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
        **kwargs,
    )


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
        self.fields["cases"].choices = choices


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
            self.fields[f"place_{item.pk}"] = number("Place", 99, NOT_PLACE, initial=item.place)
            self.fields[f"takes_{item.pk}"] = number(
                "Minutes", LONGEST, NOT_MINUTES, initial=item.takes
            )

    @property
    def rows(self) -> list[tuple[AgendaItem, forms.BoundField, forms.BoundField]]:
        return [(item, self[f"place_{item.pk}"], self[f"takes_{item.pk}"]) for item in self.items]

    @property
    def order(self) -> list[tuple[int, int, int]]:
        given = self.cleaned_data
        return [
            (item.pk, given[f"place_{item.pk}"], given[f"takes_{item.pk}"]) for item in self.items
        ]
