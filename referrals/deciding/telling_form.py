"""The form with a day for each who is told of a decision, and that of a line in the list of who can
be told."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils.formats import date_format

from referrals.models import Telling
from tscb.common.forms import DateField, GovukForm

PREFIX = "told_"


class ToTellForm(GovukForm):
    name = forms.CharField(label="Who is told", max_length=200)
    rule = forms.CharField(
        label="Which rule asks for it, or when it applies", max_length=300, required=False
    )
    days = forms.IntegerField(
        label="Within how many days of the decision",
        help_text="Leave it empty where no rule says.",
        min_value=1,
        max_value=400,
        required=False,
    )
    in_working_days = forms.BooleanField(label="These are working days", required=False)
    is_retired = forms.BooleanField(label="No longer offered to the chair", required=False)


class TellingForm(GovukForm):
    def days(self) -> dict[int, date | None]:
        """By the number of the line."""
        return {int(name.removeprefix(PREFIX)): day for name, day in self.cleaned_data.items()}


def telling_form(lines: Iterable[Telling]) -> type[TellingForm]:
    fields = {f"{PREFIX}{line.pk}": field(line) for line in lines}
    return type("TellingOfThisDecision", (TellingForm,), fields)


def field(line: Telling) -> DateField:
    due = f"Due by {date_format(line.due_on, 'j F Y')}. " if line.due_on else ""
    name = str(line.to_tell)
    return DateField(
        label=f"{name}: told on",
        subject=f"The day on which was told: {name}",
        help_text=due + line.to_tell.rule,
        initial=line.told_on,
        required=False,
    )
