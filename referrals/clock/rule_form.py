"""The form for one rule of the clock."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from referrals.models import Basis, ClockEvent, ClockRule, Days, Unit
from referrals.models.clock_rule import LONGEST
from tscb.board.roles import PANEL_ROLES
from tscb.board.words import titled
from tscb.common.forms import Checkboxes, GovukForm, LongTextField, Radios

AFTER, BEFORE = "after", "before"
YES, NO = "yes", "no"
LONGEST_WARNING = 60
ROLES = [(role.value, titled(role.value)) for role in PANEL_ROLES]
NOTHING = [("", "Nothing: it is a time that something has to last")]


def roles(label: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=ROLES, widget=Checkboxes(), required=False
    )


class RuleForm(GovukForm):
    title = forms.CharField(
        label="What has to be done",
        max_length=120,
        help_text="Stands in mails: name nobody here.",
        error_messages={"required": "Enter what has to be done"},
    )
    rule_set = forms.CharField(
        label="Set that it belongs to",
        max_length=60,
        help_text="For example “Working Together 2015”.",
        error_messages={"required": "Enter the set that it belongs to"},
    )
    starts_with = forms.ChoiceField(label="What starts the clock", choices=ClockEvent.choices)
    length = forms.IntegerField(
        label="How long",
        min_value=1,
        max_value=LONGEST,
        error_messages={"required": "Enter how long"},
    )
    unit = forms.ChoiceField(
        label="Counted in",
        choices=Unit.choices,
        widget=Radios(hints={Unit.HOURS: "Ends with the day in which the last hour lies."}),
    )
    direction = forms.ChoiceField(
        label="Counted",
        choices=[(AFTER, "After that day"), (BEFORE, "Back from that day")],
        widget=Radios(),
    )
    days = forms.ChoiceField(
        label="Working days are",
        choices=[
            (Days.STATUTORY, "Monday to Friday, without the bank holidays of England and Wales"),
            (Days.BOARD, "The same, without the days on which the board is closed"),
        ],
        widget=Radios(),
    )
    ends_with = forms.ChoiceField(
        label="What meets it", choices=[*NOTHING, *ClockEvent.choices], required=False
    )
    warn_days = forms.IntegerField(
        label="Working days before, on which somebody gets an email",
        min_value=0,
        max_value=LONGEST_WARNING,
        required=False,
        help_text="Leave it empty if nobody is to be told before.",
    )
    warned_roles = roles("Who gets an email before")
    overdue_roles = roles("Who gets an email once it is overdue")
    source = forms.CharField(
        label="Where the rule is written",
        max_length=200,
        error_messages={"required": "Enter where the rule is written"},
    )
    source_page = forms.URLField(
        label="Address of that page", required=False, max_length=200, assume_scheme="https"
    )
    basis = forms.ChoiceField(label="How sure it is", choices=Basis.choices, widget=Radios())
    note = LongTextField(label="Note for colleagues", required=False, max_length=1000)
    is_active = forms.ChoiceField(
        label="Is this rule in force for referrals that come from now on?",
        choices=[(YES, "Yes"), (NO, "No")],
        widget=Radios(inline=True),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("ends_with") and given.get("ends_with") == given.get("starts_with"):
            self.add_error("ends_with", ValidationError("What starts it cannot meet it, too"))
        return given

    @property
    def told(self) -> dict[str, Any]:
        """As the columns of a rule have it."""
        given = dict(self.cleaned_data)
        sign = -1 if given.pop("direction") == BEFORE else 1
        given["length"] *= sign
        return given | {"is_active": given["is_active"] == YES}


def as_it_is(rule: ClockRule) -> dict[str, Any]:
    """What the form shows of a rule before anything is typed."""
    names = (name for name in RuleForm.base_fields if name != "direction")
    shown = {name: getattr(rule, name) for name in names}
    return shown | {
        "length": abs(rule.length),
        "direction": BEFORE if rule.length < 0 else AFTER,
        "is_active": YES if rule.is_active else NO,
    }
