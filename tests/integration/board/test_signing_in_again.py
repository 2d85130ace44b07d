"""What cannot be taken back asks once more who it is, and loses nothing that was typed."""

import time
from urllib.parse import parse_qs, urlparse

import pytest
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone

from tests.factories import make_person, sign_in
from tests.factories.people import PASSWORD
from tests.security.signing_in import code
from tscb.board.background import work
from tscb.board.models import KeptForm, User
from tscb.board.models.kept_form import KEPT_FOR
from tscb.board.roles import Role
from tscb.board.signing_in_again import FRESH_FOR, SignInIsOld, check_fresh, missing_from

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.integration.board.again_urls")]
TRIAL, AGAIN = "/panel/trial/", "/staff/again/"
WORDS = "What <was> typed\nin two lines"


@pytest.fixture
def person() -> User:
    return make_person(Role.COORDINATOR)


@pytest.fixture
def later(client: Client, person: User) -> Client:
    """Six minutes after the sign-in."""
    sign_in(client, person)
    return made_older(client, FRESH_FOR.total_seconds() + 60)


def made_older(client: Client, seconds: float) -> Client:
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= seconds
    session.save()
    return client


def given(next_page: str, **changes: str) -> dict[str, str]:
    return {"password": PASSWORD, "code": code(), "next": next_page} | changes


def kept_at(response) -> str:
    """The address in which the form waits, out of the way to the page that asks."""
    return parse_qs(urlparse(response.headers["Location"]).query)["next"][0]


def test_fresh_sign_in_goes_straight_through(client, person):
    assert sign_in(client, person).get(TRIAL).content == b"GET "


def test_older_sign_in_is_asked_for_both_and_comes_back(later):
    asked = later.get(f"{TRIAL}?page=2")
    assert asked.headers["Location"] == f"{AGAIN}?next=%2Fpanel%2Ftrial%2F%3Fpage%3D2"
    page = later.get(asked.headers["Location"])
    assert {"password", "code"} == set(page.context["form"].fields)
    back = later.post(AGAIN, given(f"{TRIAL}?page=2"))
    assert back.headers["Location"] == f"{TRIAL}?page=2"
    assert later.get(TRIAL).content == b"GET "
    assert later.get(f"{AGAIN}?next={TRIAL}").headers["Location"] == TRIAL


def test_typed_text_comes_back_and_is_sent_with_one_press(later):
    kept = kept_at(later.post(TRIAL, {"words": WORDS}))
    later.post(AGAIN, given(kept))
    page = later.get(kept)
    assert page.context["typed"].inputs == [("words", WORDS)]
    assert "What &lt;was&gt; typed" in page.content.decode()
    assert later.post(TRIAL, {"words": WORDS}).content.decode() == f"POST {WORDS}"


def test_only_the_same_person_gets_it_back(later):
    kept = kept_at(later.post(TRIAL, {"words": WORDS}))
    colleague = sign_in(Client(), make_person(Role.COORDINATOR))
    assert colleague.get(kept).status_code == 404
    assert sign_in(Client(), make_person(), second_factor=False).get(kept).status_code == 302


def test_neither_table_nor_address_holds_the_text(later):
    kept = kept_at(later.post(TRIAL, {"words": "Plantedword"}))
    row = KeptForm.objects.get()
    assert b"Plantedword" not in bytes(row.sealed)
    assert "Plantedword" not in kept
    assert row.digest not in kept


def test_it_is_kept_for_an_hour(later):
    kept = kept_at(later.post(TRIAL, {"words": WORDS}))
    KeptForm.objects.update(expires_at=timezone.now())
    assert "kept for an hour" in later.get(kept).content.decode()
    work()
    assert not KeptForm.objects.exists()
    assert KEPT_FOR.total_seconds() == 3600


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"password": "not the one"}, "That is not your password"),
        ({"code": "000000"}, "Incorrect code"),
        ({"password": "", "code": ""}, "Enter password"),
        ({"credential": "{}"}, "The passkey was not accepted"),
    ],
)
def test_wrong_answer_opens_nothing(later, changes, says):
    response = later.post(AGAIN, given(TRIAL, **changes))
    assert says in response.content.decode()
    assert later.get(TRIAL).status_code == 302


def test_wrong_password_does_not_use_up_the_code(later):
    unused = code()
    later.post(AGAIN, given(TRIAL, password="not the one", code=unused))
    assert later.post(AGAIN, given(TRIAL, code=unused)).headers["Location"] == TRIAL


def test_way_back_leads_to_this_site_alone(later):
    there = later.post(AGAIN, given("https://elsewhere.example/"))
    assert there.headers["Location"] == "/staff/"


def test_without_a_second_factor_it_is_set_up_first(client):
    sign_in(client, make_person(second_factor=False), second_factor=False)
    assert client.get(AGAIN).headers["Location"] == "/staff/second-factor/"


@pytest.mark.parametrize(
    ("records", "missing"),
    [
        ([], {"password", "mfa"}),
        ([{"method": "password", "at": 1000}], {"mfa"}),
        ([{"method": "password", "at": 1000}, {"method": "mfa", "at": 1100}], set()),
        ([{"method": "password", "at": 699}, {"method": "mfa", "at": 1000}], {"password"}),
        ([{"method": "mfa", "at": 1000, "passwordless": True}], set()),
        ([{"method": "mfa", "at": 699, "passwordless": True}], {"password", "mfa"}),
    ],
)
def test_what_is_missing(records, missing):
    assert missing_from(records, 1000) == missing


def test_check_refuses_in_words(client, person):
    sign_in(client, person)
    request = HttpRequest()
    request.user, request.session = person, client.session
    check_fresh(request)
    request.session = made_older(client, time.time()).session
    with pytest.raises(SignInIsOld, match="Show once more"):
        check_fresh(request)
