"""Who sits on the panel, until when, and the rule for the quorum."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from referrals.meetings.forms.agenda import number
from referrals.meetings.seats import Needed
from referrals.models import QuorumRule
from referrals.models.panel_seats import Part
from tscb.board.models import Agency, User
from tscb.board.roles import PANEL_ROLES
from tscb.common.forms import Checkboxes, DateField, GovukForm, Radios

MOST = 40


def offer(form: GovukForm, name: str, rows: QuerySet[Any]) -> None:
    """What a field of the form lets one choose from, asked for when the form is made."""
    field: Any = form.fields[name]
    field.queryset = rows


class SeatForm(GovukForm):
    user = forms.ModelChoiceField(
        label="Person",
        queryset=User.objects.none(),
        empty_label="Choose a person",
        help_text="Whoever has an account with a role on the panel, made in the admin.",
        error_messages={"required": "Choose a person"},
    )
    agency = forms.ModelChoiceField(
        label="For which agency",
        queryset=Agency.objects.none(),
        empty_label="Choose an agency",
        error_messages={"required": "Choose an agency"},
    )
    part = forms.ChoiceField(
        label="As what",
        choices=Part.choices,
        widget=Radios,
        initial=Part.MEMBER,
        error_messages={"required": "Choose what the person is on the panel"},
    )
    since = DateField(label="Since when", subject="The day the seat begins")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.filter(is_active=True, groups__name__in=PANEL_ROLES)
        offer(self, "user", people.distinct())
        offer(self, "agency", Agency.objects.filter(active=True))


class EndSeatForm(GovukForm):
    until = DateField(label="Last day of the seat", subject="The last day of the seat")


class QuorumForm(GovukForm):
    least = number("How many members have to be there", MOST, "Enter a number from 1 to 40")
    needs_chair = forms.BooleanField(
        label="The chair, or who takes the chair’s place, has to be there", required=False
    )
    agencies = forms.ModelMultipleChoiceField(
        label="Agencies without which there is no quorum",
        queryset=Agency.objects.none(),
        required=False,
        widget=Checkboxes,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "agencies", Agency.objects.filter(active=True))

    @property
    def needed(self) -> Needed:
        return Needed(**self.cleaned_data)


def rule_as_it_is() -> dict[str, Any]:
    rule = QuorumRule.objects.in_force_on(timezone.localdate())
    if rule is None:
        return {"needs_chair": True}
    agencies = [agency.pk for agency in rule.agencies.all()]
    return {"least": rule.least, "needs_chair": rule.needs_chair, "agencies": agencies}
