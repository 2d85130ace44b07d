"""Password and code once more, on one page. What was given a moment ago is not asked for again."""

from collections.abc import Collection
from typing import Any

from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.mfa.base.forms import ReauthenticateForm
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm
from django import forms
from django.http import HttpRequest

from tscb.common.forms.base import GovukMixin


class AgainForm(GovukMixin, ReauthenticateForm):
    password = forms.CharField(
        label="Password",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    code = forms.CharField(
        label="Code",
        help_text="The six figures that your authenticator app shows now, or a recovery code.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    field_order = ("password", "code")

    def __init__(self, *args: Any, asked: Collection[str], **kwargs: Any) -> None:
        """`asked`: names of the fields that are needed."""
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - set(asked):
            del self.fields[name]

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError("That is not your password")
        return password

    def clean_code(self) -> str:
        """A code works once: it is not used up by a page with a wrong password."""
        if "password" in self.errors:
            return self.cleaned_data["code"]
        return super().clean_code()

    def record(self, request: HttpRequest) -> None:
        if "password" in self.fields:
            reauthenticate_by_password(request)
        if "code" in self.fields:
            self.save()


class PasskeyForm(AuthenticateWebAuthnForm):
    """A passkey that has checked finger, face or PIN: password and second factor in one."""

    reauthenticated = True
    passwordless = True
