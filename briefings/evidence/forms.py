"""What a team tells of its meeting. Words that look like somebody's details are refused."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.timezone import localdate

from briefings.models.use import LONGEST_CHANGE, LONGEST_NAME, MOST_PEOPLE
from reviews.safety.checks.patterns import details_in
from reviews.safety.findings import Kind
from tscb.board.agency_form import AgencyForm
from tscb.common.forms import DateField, LongTextField

# “M60 HUB” and “CIN 12 May 2026” look like these; a form cannot ask, an editor can see.
LEFT_TO_THE_EDITOR = {Kind.CAR, Kind.INITIALS_WITH_DATE}
LONGEST_AGO = timedelta(days=730)  # longer ago nobody remembers how many came


def longest_ago() -> date:
    return localdate() - LONGEST_AGO


class UseForm(AgencyForm):
    team = forms.CharField(
        label="Your team",
        help_text="The name of the team, not of a person: “Duty team north”, “Year 7 tutors”.",
        max_length=LONGEST_NAME,
        error_messages={"required": "Enter the name of your team"},
    )
    used_on = DateField(
        label="When did you talk it through?",
        subject="The day of your meeting",
        help_text="For example, 27 3 2026",
        earliest=longest_ago,
        latest=localdate,
    )
    people = forms.IntegerField(
        label="How many people took part?",
        min_value=1,
        max_value=MOST_PEOPLE,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={
            "required": "Enter how many people took part",
            "invalid": "Enter how many people took part as a number",
            "min_value": "How many people took part must be 1 or more",
            "max_value": f"How many people took part must be {MOST_PEOPLE} or fewer",
        },
    )
    will_change = LongTextField(
        label="What will change?",
        help_text="One or two sentences. No names, and nothing about a child or a family.",
        max_length=LONGEST_CHANGE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    field_order = ["team", "agency", "other_agency", "used_on", "people", "will_change"]

    def clean_team(self) -> str:
        return _discreet(self.cleaned_data["team"])

    def clean_other_agency(self) -> str:
        return _discreet(self.cleaned_data["other_agency"])

    def clean_will_change(self) -> str:
        return _discreet(self.cleaned_data["will_change"], lines=True)

    def told(self) -> dict[str, Any]:
        """The fields of a `BriefingUse`."""
        return {**self.cleaned_data, "agency": self.chosen_agency()}


def _discreet(text: str, *, lines: bool = False) -> str:
    """The text with single spaces; raises ValidationError for a telephone number and the like."""
    for kind, places in details_in(text):
        if places and kind not in LEFT_TO_THE_EDITOR:
            raise forms.ValidationError(
                f"This holds what looks like {kind.with_article}. Take out whatever tells who "
                "somebody is.",
                "personal",
            )
    return text.strip() if lines else " ".join(text.split())
