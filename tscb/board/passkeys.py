"""Adding a passkey: by default one that opens the site by itself, without a password."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm

from tscb.board.second_factor_forms import check_in_time


class AddPasskeyForm(AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"passwordless": True, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        field = self.fields["passwordless"]
        field.label = "Sign in with it alone, without a password"
        field.help_text = (
            "For a device that asks for your finger, face or PIN. Take the tick away for a "
            "security key that you use after your password."
        )

    def clean(self) -> dict[str, Any]:
        check_in_time(self.user)
        return super().clean()
