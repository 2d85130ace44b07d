"""The forms of a template and of a letter."""

from django import forms

from referrals.deciding.letters.placeholders import PLACEHOLDERS
from tscb.common.forms import GovukForm, LongTextField

LONGEST = 10_000
LIST = ", ".join(f"{{{name}}} ({told})" for name, (told, _) in PLACEHOLDERS.items())


def subject() -> forms.CharField:
    return forms.CharField(
        label="Subject", max_length=200, error_messages={"required": "Enter the subject"}
    )


def text(rows: int, help_text: str = "") -> LongTextField:
    return LongTextField(
        label="Text",
        max_length=LONGEST,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": "Enter the text of the letter"},
    )


class TemplateForm(GovukForm):
    subject = subject()
    body = text(14, f"What is filled in for each case: {LIST}.")


class LetterForm(GovukForm):
    addressee = LongTextField(
        label="To whom",
        help_text="Name and address, as they stand on the letter. They are kept encrypted.",
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    subject = subject()
    body = text(18)
