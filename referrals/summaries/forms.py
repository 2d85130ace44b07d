"""The agency's forms beside its pages: a colleague's mailbox, something found later."""

from django import forms

from referrals.filling.fields import LONGEST_TEXT, TextField
from referrals.filling.pressing import PressForm
from tscb.common.forms import GovukForm

EMAIL = {
    "required": "Enter a work email address",
    "invalid": "Enter an email address, like name@example.org",
}


class HandOnForm(GovukForm):
    email = forms.EmailField(
        label="Your colleague’s work email address",
        help_text="It must end as yours does. For a mailbox elsewhere, ring the board.",
        error_messages=EMAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class AdditionForm(PressForm):
    text = TextField(
        label="What do you want to add?",
        help_text="The panel reads it beneath your answer, with the time. Once added it cannot be "
        "changed: if something is wrong, add what is right.",
        max_length=LONGEST_TEXT,
        error_messages={"required": "Write what you want to add"},
    )
