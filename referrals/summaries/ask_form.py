"""Whom the coordinator asks, about whom, and until when: all agencies of a case in one go."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone

from referrals.description.people import ADDRESS, BORN, LABELS, NAME, Person
from referrals.filling.fields import TextField
from referrals.summaries.asking import Asked, Matter
from referrals.summaries.forms import EMAIL
from tscb.board.calling.phone import check_number
from tscb.board.models import Agency, BoardSettings
from tscb.common.forms import Checkboxes, DateField, GovukForm, when

LONGEST_PARTICULAR = 2_000
MOST_DAYS = 60
OTHERS = {
    "other-1": "An agency that is not listed, or one of another area",
    "other-2": "A second agency that is not listed",
    "other-3": "A third agency that is not listed",
}


def name_field() -> forms.Field:
    missing = {"required": "Enter the name of the agency"}
    return forms.CharField(label="Name of the agency", max_length=100, error_messages=missing)


def email_field(kept: str = "") -> forms.Field:
    return forms.EmailField(label="Mailbox", initial=kept, error_messages=EMAIL)


def phone_field(kept: str = "") -> forms.Field:
    return forms.CharField(
        label="Telephone number (optional)",
        initial=kept,
        max_length=40,
        required=False,
        validators=[check_number],
        widget=forms.TextInput(attrs={"type": "tel"}),
    )


class AskForm(GovukForm):
    """Made anew for a referral, with a mailbox inside each agency's box."""

    mark_optional = False
    listed: dict[str, Agency]
    known: dict[str, Person]

    # Chosen by the coordinator: no more than the agency needs to find its records.
    details = forms.MultipleChoiceField(
        label="What does the agency need to find them?",
        help_text="Nothing else of the referral is shown to it.",
        choices=list(LABELS.items()),
        initial=[NAME, BORN],
        widget=Checkboxes(hints={ADDRESS: "Leave it out where an address must stay secret."}),
        error_messages={"required": "Choose what the agency needs to find them"},
    )
    first = DateField(
        label="From which day on?",
        subject="The beginning of the period",
        latest=timezone.localdate,
        help_text="The beginning of the period that you ask about.",
    )
    until = DateField(
        label="Until which day? (optional)",
        subject="The end of the period",
        latest=timezone.localdate,
        required=False,
        help_text="Leave it empty to ask about the time until now.",
    )
    particular = TextField(
        label="What do you ask in particular? (optional)",
        help_text="The agencies read this. Tell nothing of the case that they need not know.",
        max_length=LONGEST_PARTICULAR,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    working_days = forms.IntegerField(
        label="How many working days do they have?",
        min_value=1,
        max_value=MOST_DAYS,
        initial=lambda: BoardSettings.current().summary_working_days,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )

    @property
    def asked(self) -> list[Asked]:
        return [self.one(value) for value in self.cleaned_data["agencies"]]

    def one(self, value: str) -> Asked:
        given, agency = self.cleaned_data, self.listed.get(value)
        name = agency.name if agency else given[f"name_{value}"]
        return Asked(name, given[f"email_{value}"], given[f"phone_{value}"], agency)

    @property
    def matter(self) -> Matter:
        given = self.cleaned_data
        people = [self.known[one].told(given["details"]) for one in given["people"]]
        return Matter(people, given["first"], given["until"], given["particular"])

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        first, until = given.get("first"), given.get("until")
        if first and until and until < first:
            self.add_error("until", "The end of the period must be after its beginning")
        return given


def ask_form(people: Iterable[Person], taken: Iterable[int], data: object = None) -> AskForm:
    """`taken`: agencies that have been asked already."""
    known = {one.id: one for one in people}
    free = Agency.objects.filter(active=True).exclude(pk__in=list(taken))
    listed = {str(agency.pk): agency for agency in free}
    asked = {"agencies": agencies_field(listed), **mailboxes(listed), "people": people_field(known)}
    members: dict[str, Any] = {
        **asked,
        "listed": listed,
        "known": known,
        "field_order": list(asked),
        "conditions": [condition(value, value in listed) for value in (*listed, *OTHERS)],
    }
    made: AskForm = type("AskForm", (AskForm,), members)(data)
    return made


def agencies_field(listed: dict[str, Agency]) -> forms.Field:
    names = [(value, agency.name) for value, agency in listed.items()]
    return forms.MultipleChoiceField(
        label="Which agencies do you ask?",
        choices=[*names, *OTHERS.items()],
        widget=Checkboxes,
        error_messages={"required": "Choose at least one agency"},
    )


def mailboxes(listed: dict[str, Agency]) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {f"name_{value}": name_field() for value in OTHERS}
    for value in (*listed, *OTHERS):
        agency = listed.get(value)
        fields[f"email_{value}"] = email_field(agency.summaries_email if agency else "")
        fields[f"phone_{value}"] = phone_field(agency.summaries_phone if agency else "")
    return fields


def condition(value: str, is_listed: bool) -> Any:
    named = [] if is_listed else [f"name_{value}"]
    holds = when("agencies", value).require(*named, f"email_{value}")
    return holds.reveal(f"phone_{value}")


def people_field(known: dict[str, Person]) -> forms.Field:
    return forms.MultipleChoiceField(
        label="About whom?",
        choices=[(one.id, f"{one.called}: {one.named}") for one in known.values()],
        initial=[one.id for one in known.values() if one.called.startswith("Child")],
        widget=Checkboxes,
        error_messages={"required": "Choose at least one person"},
    )
