"""Whose second factor is lost."""

from django import forms

from tscb.board.models import User
from tscb.common.forms import GovukForm


class AskForm(GovukForm):
    email = forms.EmailField(label="Their work email address")

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].strip().lower()
        self.person = User.objects.filter(email=email, is_active=True).first()
        if self.person is None:
            raise forms.ValidationError("Nobody has an account with this email address")
        return email
