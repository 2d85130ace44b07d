"""What staff type about people: whom they invite, and who came without a booking."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from tscb.board.models import Agency
from tscb.events.models.booking import LONGEST_NAME

MOST_AT_ONCE = 100


class InviteForm(forms.Form):
    shown_as = "invite_form"

    emails = forms.CharField(
        label="Work e-mail addresses, one a line",
        widget=forms.Textarea({"rows": 4, "autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_emails(self) -> list[str]:
        """Each once, in small letters."""
        typed = self.cleaned_data["emails"].replace(",", "\n").replace(";", "\n").splitlines()
        emails = list(dict.fromkeys(line.strip().lower() for line in typed if line.strip()))
        wrong = [email for email in emails if not _is_email(email)]
        if wrong:
            raise ValidationError(f"Not an e-mail address: {', '.join(wrong)}")
        if len(emails) > MOST_AT_ONCE:
            raise ValidationError(f"Invite {MOST_AT_ONCE} people at once at most.")
        return emails


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


class WalkInForm(forms.Form):
    shown_as = "walk_in_form"

    name = forms.CharField(label="Name", max_length=LONGEST_NAME)
    email = forms.EmailField(label="Work e-mail address, for a certificate", required=False)
    agency = forms.ModelChoiceField(Agency.objects.filter(active=True), required=False)
    other_agency = forms.CharField(
        label="Or another agency", max_length=LONGEST_NAME, required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("agency")) == bool(cleaned.get("other_agency")):
            raise ValidationError("Choose an agency, or name another one.")
        return cleaned

    @property
    def details(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("name", "agency", "other_agency")}
