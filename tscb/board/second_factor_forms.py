"""Setting up an authenticator app, within its time after two colleagues have helped."""

from typing import Any

from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.utils import is_mfa_enabled
from django import forms

from tscb.board.models import User
from tscb.board.recovery.rules import is_over

OVER = (
    "The 24 hours for setting up a new second factor are over. Ask two colleagues once more: "
    "somebody else who signs in with your password could otherwise do it in your place."
)


def check_in_time(user: User) -> None:
    """Raises ValidationError. Who has a second factor may add others at any time."""
    if is_over(user) and not is_mfa_enabled(user):
        raise forms.ValidationError(OVER)


class ActivateForm(ActivateTOTPForm):
    def clean(self) -> dict[str, Any]:
        check_in_time(self.user)
        return super().clean() or {}
