"""Three short questions about what changed. Words that look like somebody's details are refused."""

from django import forms

from tscb.common.forms import GovukForm, LongTextField, Radios
from tscb.events.discreet import telling
from tscb.events.models import Used
from tscb.events.models.afterwards import LONGEST_ANSWER

NO_NAMES = "No names, and nothing about a child or a family."


class FeedbackForm(GovukForm):
    used = forms.ChoiceField(
        label="Have you used in your work what you learned?",
        choices=Used.choices,
        widget=Radios,
        error_messages={"required": "Choose whether you have used what you learned"},
    )
    changed = LongTextField(
        label="What changed?",
        help_text=NO_NAMES,
        max_length=LONGEST_ANSWER,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    helpful = LongTextField(
        label="What would have helped you more?",
        help_text=NO_NAMES,
        max_length=LONGEST_ANSWER,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_changed(self) -> str:
        return _discreet(self.cleaned_data["changed"])

    def clean_helpful(self) -> str:
        return _discreet(self.cleaned_data["helpful"])


def _discreet(text: str) -> str:
    if what := telling(text):
        raise forms.ValidationError(
            f"This holds what looks like {what}. Take out whatever tells who somebody is.",
            "personal",
        )
    return text.strip()
