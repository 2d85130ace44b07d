"""Staff who are signed in as the site asks for it: with a second factor used in this session."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client, RequestFactory

from tscb.board.models import User
from tscb.board.roles import Role, give, set_up_groups


def make_person(email: str = "staff@example.org", *roles: Role, **fields: object) -> User:
    set_up_groups()
    person = User.objects.create_user(email, is_staff=True, **fields)
    give(person, *roles)
    TOTP.activate(person, generate_totp_secret())
    return person


def sign_in(client: Client, person: User) -> Client:
    """The session that password and authenticator together would have opened."""
    client.force_login(person)
    request = RequestFactory().get("/")
    request.session = client.session
    record_authentication(request, person, method="password")
    record_authentication(request, person, method="mfa", type="totp")
    request.session.save()
    return client
