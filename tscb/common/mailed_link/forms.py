"""The form for a code."""

from django import forms

from tscb.common.forms import GovukForm


class CodeForm(GovukForm):
    code = forms.CharField(
        label="Your code",
        help_text="Six digits, in the message that we have just sent.",
        max_length=50,
        error_messages={"required": "Enter the code"},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
    )
