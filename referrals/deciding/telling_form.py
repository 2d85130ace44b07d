"""The form with a day for each who is told of a decision."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format

from referrals.models import Telling
from tscb.common.forms import DateField, GovukForm

PREFIX = "told_"


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
