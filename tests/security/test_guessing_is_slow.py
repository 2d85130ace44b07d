"""Whoever guesses passwords or codes has to wait; nobody else has to, and nobody learns who has an
account.
"""

import pytest
from django.core import mail
from django.test import Client

from tests.factories import make_person
from tests.security.signing_in import LOGIN, is_in, type_code, type_password
from tscb.board.models import User
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
TRIES = 5


def guess(client: Client, email: str, **headers: str) -> int:
    return type_password(client, email, "a wrong pass phrase", **headers).status_code


def test_too_many_wrong_passwords_have_to_wait(client: Client, editor: User) -> None:
    assert [guess(client, editor.email) for _ in range(TRIES)] == [200] * TRIES
    response = type_password(client, editor.email)
    assert response.status_code == 429, "even the right one"
    assert "429.html" in [template.name for template in response.templates]
    assert 'href="tel:' in response.content.decode()


def test_throttle_is_not_global(editor: User) -> None:
    """Neither another person at the same address, nor anybody elsewhere, is shut out."""
    for _ in range(TRIES + 1):
        guess(Client(), editor.email)
    colleague = make_person(Role.EDITOR)
    assert type_password(Client(), colleague.email).status_code == 302


def test_throttle_counts_the_account_from_wherever(editor: User) -> None:
    tries = [guess(Client(), editor.email, REMOTE_ADDR=f"192.0.2.{n}") for n in range(TRIES + 1)]
    assert tries == [200] * TRIES + [429]


def test_throttle_counts_one_address_for_all_accounts() -> None:
    """One after the other, a few tries each: the way stolen passwords are tried."""
    tries = [guess(Client(), f"person{n}@elsewhere.example") for n in range(12)]
    assert tries[-1] == 429


def test_throttle_believes_the_proxy_in_front_alone(editor: User, settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    claimed = [f"203.0.113.{n}, 192.0.2.1" for n in range(12)]
    tries = [
        guess(Client(), f"person{n}@elsewhere.example", HTTP_X_FORWARDED_FOR=address)
        for n, address in enumerate(claimed)
    ]
    assert tries[-1] == 429, "what visitors claim themselves does not count"


def test_codes_cannot_be_guessed(client: Client, editor: User) -> None:
    type_password(client, editor.email)
    answers = [type_code(client, f"{n:06}").status_code for n in range(TRIES + 1)]
    assert answers[-1] == 429
    assert not is_in(client)


def test_counts_survive_many_other_counts(settings) -> None:
    """The cache throws entries away when it is full: not before many thousands."""
    assert settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"] >= 100_000


def test_nobody_learns_who_has_an_account(editor: User) -> None:
    known, unknown = Client(), Client()
    right = type_password(known, editor.email, "a wrong pass phrase")
    wrong = type_password(unknown, "nobody@elsewhere.example", "a wrong pass phrase")
    assert right.context["form"].errors == wrong.context["form"].errors
    assert right.status_code == wrong.status_code == 200


def test_forgotten_password_says_the_same_to_everybody(editor: User) -> None:
    known = Client().post("/staff/password/reset/", {"email": editor.email}, follow=True)
    written = len(mail.outbox)
    unknown = Client().post("/staff/password/reset/", {"email": "x@elsewhere.example"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert (written, len(mail.outbox)) == (1, 1), "nobody makes us write to strangers"


def test_nobody_signs_up(client: Client) -> None:
    account = {"email": "new@elsewhere.example", "password1": "a long pass phrase", "login": "x"}
    for address in ("/staff/signup/", "/staff/second-factor/webauthn/signup/", "/admin/signup/"):
        client.post(address, account)
    assert client.get("/staff/signup/").status_code == 404
    assert not User.objects.filter(email=account["email"]).exists()


def test_nobody_moves_an_account_to_another_address(editor_client: Client, editor: User) -> None:
    """An open session on a desk must not be enough to take the account away."""
    change = {"email": "thief@elsewhere.example", "action_add": ""}
    assert editor_client.post("/staff/email/", change).status_code == 404
    editor.refresh_from_db()
    assert editor.email != change["email"]


def test_login_refuses_a_form_from_another_site(editor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post(LOGIN, {"login": editor.email, "password": "x"})
    assert response.status_code == 403
    assert 'href="tel:' in response.content.decode()
