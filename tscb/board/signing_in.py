"""How django-allauth behaves here: nobody signs up, who guesses has to wait, and second-factor
secrets are encrypted.
"""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.ratelimit import respond_429
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from tscb.board.models import User
from tscb.board.sessions.limits import begin
from tscb.board.site import current
from tscb.common.encryption import decrypt, encrypt


class AccountAdapter(DefaultAccountAdapter):
    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        begin(request.session)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the board in the admin."""
        return False

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """Too many tries are answered with the page that says so, and with its status."""
        if code == "too_many_login_attempts":
            raise ImmediateHttpResponse(respond_429(context.request))
        return super().validation_error(code, *args)


class SecondFactorAdapter(DefaultMFAAdapter):
    def get_totp_issuer(self) -> str:
        """What an authenticator shows beside the code."""
        return current().board_short_name

    def _get_site_name(self) -> str:
        """What a browser says of whom a passkey is for."""
        return current().board_name

    def encrypt(self, text: str) -> str:
        return encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(encrypted_text.encode()).decode()
