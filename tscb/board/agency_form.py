"""The part of a form that asks which agency somebody works for."""

from django import forms

from tscb.board.models import Agency
from tscb.common.forms import GovukForm, Radios, when

OTHER = "other"
LONGEST_NAME = 100


def agencies() -> list[tuple[str, str]]:
    """Those that are active, in the board's order, and a way out for every other: which is also
    what an agency on the list says that is called “Other”."""
    known = Agency.objects.filter(active=True).exclude(slug=OTHER).values_list("slug", "name")
    return [*known, (OTHER, "Another agency or service")]


class AgencyForm(GovukForm):
    agency = forms.ChoiceField(
        label="Your agency",
        choices=agencies,
        widget=Radios,
        error_messages={
            "required": "Choose your agency",
            # It was taken off the list while the form was open.
            "invalid_choice": "Choose your agency from the list as it is now",
        },
    )
    other_agency = forms.CharField(
        label="Name of the agency or service",
        max_length=LONGEST_NAME,
        error_messages={"required": "Enter the name of your agency or service"},
    )

    conditions = [when("agency", OTHER).require("other_agency")]

    def chosen_agency(self) -> Agency | None:
        """Of the board's list; None where another was named."""
        listed = Agency.objects.exclude(slug=OTHER)
        return listed.filter(slug=self.cleaned_data["agency"]).first()
