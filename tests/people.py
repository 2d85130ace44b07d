"""Staff for tests: people with roles, signed in with their second factor."""

from uuid import uuid4

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.test import Client

from tscb.board.models import User
from tscb.board.roles import Role, give, set_up_groups


def person(*roles: Role, **fields: bool) -> User:
    set_up_groups()
    user = User.objects.create_user(f"{uuid4().hex}@example.org", **fields)
    give(user, *roles)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return user


def sign_in(client: Client, user: User) -> User:
    """As if password and second factor had just been given."""
    client.force_login(user)
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, user, method="mfa")
    request.session.save()
    return user
