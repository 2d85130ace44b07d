"""Password and second factor together open the admin and the panel; each works for its owner only,
and a code works once.
"""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.test import Client

from tests.factories import make_person, sign_in
from tests.factories.people import SECRET
from tests.security.signing_in import (
    CODE,
    code,
    is_in,
    just_confirmed,
    type_code,
    type_password,
)
from tscb.board.models import User
from tscb.board.roles import Role
from tscb.board.sample import code_now

pytestmark = pytest.mark.django_db


def test_password_leads_to_the_second_factor_only(client: Client, editor: User) -> None:
    assert type_password(client, editor.email).headers["Location"] == CODE
    assert not is_in(client)
    assert "_auth_user_id" not in client.session


def test_password_and_code_open_the_admin(client: Client, editor: User) -> None:
    type_password(client, editor.email)
    assert type_code(client, code()).status_code == 302
    assert is_in(client)


def test_password_and_code_open_the_panel(client: Client, panel_member: User) -> None:
    type_password(client, panel_member.email)
    type_code(client, code())
    assert client.get("/panel/").status_code == 200


def test_code_without_password_opens_nothing(client: Client, editor: User) -> None:
    type_code(client, code())
    assert not is_in(client)


def test_wrong_code_opens_nothing(client: Client, editor: User) -> None:
    type_password(client, editor.email)
    right = code()
    response = type_code(client, str((int(right) + 1) % 1_000_000).zfill(6))
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not is_in(client)


def test_used_code_is_refused(editor: User) -> None:
    """Somebody who looked over the shoulder has password and code, half a minute later."""
    owner, thief = Client(), Client()
    for person in (owner, thief):
        type_password(person, editor.email)
    used = code()
    type_code(owner, used)
    type_code(thief, used)
    assert is_in(owner)
    assert not is_in(thief)


def test_recovery_code_works_once(editor: User) -> None:
    spare = RecoveryCodes.activate(editor).get_unused_codes()[0]
    first, second = Client(), Client()
    for person in (first, second):
        type_password(person, editor.email)
        type_code(person, spare)
    assert is_in(first)
    assert not is_in(second)


def test_secrets_are_unreadable_in_the_database(editor: User) -> None:
    RecoveryCodes.activate(editor)
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in kept
    assert code_now(SECRET) not in kept


def test_without_a_second_factor_nothing_but_setting_one_up_opens(client: Client) -> None:
    person = make_person(Role.EDITOR, Role.PANEL_MEMBER, second_factor=False)
    type_password(client, person.email)
    for address in ("/admin/", "/panel/"):
        assert client.get(address).headers["Location"] == "/staff/second-factor/"


def test_setting_up_asks_for_the_password_once_more(client: Client) -> None:
    person = make_person(Role.EDITOR, second_factor=False)
    sign_in(client, person, second_factor=False)
    response = client.get("/staff/second-factor/totp/activate/")
    assert response.headers["Location"].startswith("/staff/reauthenticate/")


def test_whoever_has_just_set_one_up_signs_in_with_it(client: Client) -> None:
    person = make_person(Role.EDITOR, second_factor=False)
    sign_in(client, person, second_factor=False)
    just_confirmed(client, person)
    page = client.get("/staff/second-factor/totp/activate/")
    secret = page.context["form"].secret
    client.post("/staff/second-factor/totp/activate/", {"code": code_now(secret)})
    assert Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()
    assert not is_in(client), "the session was opened with a password alone"


def test_closed_account_is_out_at_once(editor_client: Client, editor: User) -> None:
    assert is_in(editor_client)
    User.objects.filter(pk=editor.pk).update(is_active=False)
    assert not is_in(editor_client)


def test_role_that_was_taken_away_is_gone_at_once(client: Client, panel_member: User) -> None:
    sign_in(client, panel_member)
    assert client.get("/panel/").status_code == 200
    panel_member.groups.clear()
    assert client.get("/panel/").status_code == 403


def test_signing_out_ends_the_session_for_its_cookie_too(editor_client: Client) -> None:
    thief = Client()
    thief.cookies["sessionid"] = editor_client.cookies["sessionid"].value
    editor_client.post("/staff/logout/")
    assert not is_in(editor_client)
    assert not is_in(thief)


def test_another_password_ends_all_other_sessions(editor_client: Client, editor: User) -> None:
    other = sign_in(Client(), editor)
    editor.set_password("quite another pass phrase")
    editor.save()
    assert not is_in(other)
    assert not is_in(editor_client)


def test_session_cookie_is_for_this_site_and_this_sitting_only(
    client: Client, editor: User, settings
) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client.get("/staff/login/")
    type_password(client, editor.email)
    for name in ("sessionid", "csrftoken"):
        cookie = client.cookies[name]
        assert cookie["httponly"]
        assert cookie["secure"]
        assert cookie["samesite"] == "Lax"
        assert not cookie["max-age"], "it ends with the browser"
        assert not cookie["domain"]


def test_way_back_leads_to_this_site_only(client: Client, editor: User) -> None:
    elsewhere = "/staff/login/?next=https://elsewhere.example/"
    client.post(elsewhere, {"login": editor.email, "password": "a long pass phrase for tests"})
    assert type_code(client, code()).headers["Location"] == "/staff/"
