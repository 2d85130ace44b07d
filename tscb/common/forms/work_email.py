"""The form, or the part of one, that asks for a work mailbox."""

from typing import Any

from django import forms

from tscb.common.forms.base import GovukForm


class WorkEmailForm(GovukForm):
    email_help = ""

    email = forms.EmailField(
        label="Your work email address",
        max_length=200,
        widget=forms.EmailInput({"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": "Enter your work email address",
            "invalid": "Enter an email address in the correct format, like name@example.com",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = self.email_help
