"""What staff type about keeping: why a case is held, why no longer, and the rules themselves."""

from django import forms

from referrals.models import CountedFrom
from tscb.common.forms import GovukForm, LongTextField, Radios

LONGEST_YEARS = 100


class HoldForm(GovukForm):
    why = LongTextField(
        label="Why does this case have to be kept?",
        help_text="Such as an inquest, a trial, an inquiry or a complaint, and who asked.",
        max_length=2_000,
        error_messages={"required": "Say why this case has to be kept"},
    )


class EndHoldForm(GovukForm):
    why = LongTextField(
        label="Why does it no longer have to be kept for this?",
        max_length=2_000,
        error_messages={"required": "Say why the reason is gone"},
    )


class RuleForm(GovukForm):
    years = forms.IntegerField(
        label="Kept for how many years?",
        min_value=1,
        max_value=LONGEST_YEARS,
        error_messages={
            "required": "Enter how many years",
            "invalid": "Enter the years as a number",
            "min_value": "Enter at least 1 year",
            "max_value": f"Enter {LONGEST_YEARS} years at most",
        },
    )
    counted_from = forms.ChoiceField(
        label="Counted from",
        choices=CountedFrom.choices,
        widget=Radios,
        error_messages={"required": "Choose from when the years are counted"},
    )
    source = forms.CharField(
        label="Where this rule comes from",
        help_text="Such as the board’s retention schedule, with its date.",
        max_length=300,
        error_messages={"required": "Say where this rule comes from"},
    )
    note = LongTextField(label="Note", required=False, max_length=500)
