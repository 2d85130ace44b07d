"""A password alone gets nobody in."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.factories import make_person, sign_in, sign_in_through_pages
from tests.factories.people import PASSWORD, SECRET
from tscb.board.roles import Role
from tscb.board.sample import code_now

pytestmark = pytest.mark.django_db
GUARDED = ["/admin/", "/panel/"]


@pytest.mark.parametrize("address", GUARDED)
def test_stranger_is_sent_to_sign_in(client, address):
    response = client.get(address)
    assert response.headers["Location"] == f"/staff/login/?next={address}"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("address", GUARDED)
def test_person_without_a_second_factor_is_sent_to_set_it_up(client, address):
    person = make_person(Role.EDITOR, Role.PANEL_MEMBER, second_factor=False)
    sign_in(client, person, second_factor=False)
    assert client.get(address).headers["Location"] == "/staff/second-factor/"


@pytest.mark.parametrize("address", GUARDED)
def test_session_without_the_second_factor_is_ended(client, address):
    sign_in(client, make_person(Role.EDITOR, Role.PANEL_MEMBER), second_factor=False)
    assert client.get(address).headers["Location"] == f"/staff/login/?next={address}"
    assert client.session.get("_auth_user_id") is None


def test_second_factor_of_somebody_else_does_not_count(client):
    """A session that changes hands starts anew."""
    sign_in(client, make_person(Role.EDITOR))
    sign_in(client, make_person(Role.EDITOR), second_factor=False)
    assert client.get("/admin/").headers["Location"] == "/staff/login/?next=/admin/"


def test_password_and_code_open_the_admin(client):
    person = make_person(Role.EDITOR)
    response = sign_in_through_pages(client, person, next_page="/admin/")
    assert (response.status_code, response.request["PATH_INFO"]) == (200, "/admin/")


def test_wrong_code_opens_nothing(client):
    person = make_person(Role.EDITOR)
    client.post("/staff/login/", {"login": person.email, "password": PASSWORD}, follow=True)
    wrong = f"{(int(code_now(SECRET)) + 1) % 1_000_000:06}"
    client.post("/staff/2fa/authenticate/", {"code": wrong})
    assert client.get("/admin/").status_code == 302


def test_same_code_opens_only_once(client):
    person = make_person(Role.EDITOR)
    sign_in_through_pages(client, person)
    again = Client()
    sign_in_through_pages(again, person)
    assert again.get("/admin/").status_code == 302


def test_secret_of_the_authenticator_is_kept_encrypted():
    person = make_person()
    kept = Authenticator.objects.get(user=person).data["secret"]
    assert SECRET not in kept


def test_nobody_can_sign_up(client):
    page = client.get("/staff/signup/").content.decode()
    assert "<form" not in page or 'name="password1"' not in page
    client.post("/staff/signup/", {"email": "x@y.example", "password1": "a long pass phrase"})
    assert not Authenticator.objects.model.user.field.related_model.objects.exists()


@pytest.mark.parametrize(
    ("roles", "place"),
    [
        ([Role.EDITOR], "/admin/"),
        ([Role.PANEL_MEMBER], "/panel/"),
        ([Role.EDITOR, Role.INDEPENDENT_CHAIR], "/panel/"),
        ([Role.DATA_PROTECTION_LEAD], "/panel/audit/"),
    ],
)
def test_first_page_is_where_the_role_works(client, roles, place):
    sign_in(client, make_person(*roles))
    assert client.get("/staff/").headers["Location"] == place
