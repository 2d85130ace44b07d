"""The two forms for a referral that was sent: what to add, and why it is withdrawn."""

from uuid import UUID, uuid4

from django import forms

from referrals.filling.fields import LONGEST_TEXT, TextField
from tscb.common.forms import GovukForm

LONGEST_REASON = 2_000


class AdditionForm(GovukForm):
    text = TextField(
        label="What do you want to add?",
        help_text="The panel reads it beneath the referral, with the time. Once added it cannot "
        "be changed: if something is wrong, add what is right.",
        max_length=LONGEST_TEXT,
        error_messages={"required": "Write what you want to add"},
    )
    press = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_press(self) -> str:
        """Of the page as it was shown; a page that lost it counts as a new one."""
        try:
            return str(UUID(self.cleaned_data["press"]))
        except ValueError:
            return str(uuid4())


class WithdrawalForm(GovukForm):
    reason = TextField(
        label="Why do you withdraw the referral?",
        help_text="The panel reads your reason together with the referral.",
        max_length=LONGEST_REASON,
        error_messages={"required": "Say why you withdraw the referral"},
    )
