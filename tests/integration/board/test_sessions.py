"""A session of staff ends after 15 minutes without work and after eight hours; what was typed in it
comes back to who typed it.
"""

import time
from urllib.parse import parse_qs, urlparse

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from referrals.models import Referral
from tests.factories import make_person, sign_in, sign_in_through_pages
from tests.factories.entry import begin, came, coordinator
from tests.factories.referrals import HAPPENED, answer, text_of, the_referral
from tscb.board.models import Closure, KeptForm, User
from tscb.board.roles import Role
from tscb.board.sessions.limits import IDLE, NOTED_EVERY, WARNING, WHOLE

pytestmark = pytest.mark.django_db
PAGE = "/panel/entry/"
SESSION = "/staff/session/"


@pytest.fixture
def person() -> User:
    return make_person(Role.COORDINATOR)


@pytest.fixture
def work(client: Client, person: User) -> Client:
    return sign_in(client, person)


def let_pass(client: Client, seconds: float, *, idle: bool = True) -> Client:
    session = client.session
    session["began_at"] -= seconds
    if idle:
        session["seen_at"] -= seconds
    session.save()
    return client


def ended(response) -> str:
    """Where somebody is led after signing in; asserts that they have to."""
    there = urlparse(response.headers["Location"])
    assert there.path == "/staff/login/"
    return parse_qs(there.query)["next"][0]


def test_limits_are_those_that_were_decided():
    assert (IDLE.seconds, WHOLE.seconds, WARNING.seconds) == (900, 28_800, 120)
    assert all(limit.why for limit in (IDLE, WHOLE, WARNING))


@pytest.mark.parametrize("address", [PAGE, "/panel/", "/admin/"])
def test_idle_session_ends(client, address):
    sign_in(client, make_person(Role.COORDINATOR, Role.EDITOR))
    assert client.get(address).status_code == 200
    let_pass(client, IDLE.seconds - 5)
    assert client.get(address).status_code == 200
    let_pass(client, IDLE.seconds + 1)
    assert ended(client.get(address)) == address
    assert "_auth_user_id" not in client.session
    assert "You were signed out" in text_of(client.get("/staff/login/?ended=yes"))


def test_work_goes_on_but_not_beyond_the_day(work):
    let_pass(work, WHOLE.seconds - 60, idle=False)
    assert work.get(PAGE).status_code == 200
    let_pass(work, 61, idle=False)
    assert ended(work.get(PAGE)) == PAGE


def test_session_without_times_begins_now(work):
    session = work.session
    del session["began_at"], session["seen_at"]
    session.save()
    assert work.get(PAGE).status_code == 200
    assert time.time() - work.session["began_at"] < NOTED_EVERY


def test_signing_in_through_the_pages_starts_both_clocks(client, person):
    sign_in_through_pages(client, person)
    assert client.session["began_at"] == client.session["seen_at"]


def test_ended_session_changes_no_password(work):
    let_pass(work, IDLE.seconds + 1)
    assert ended(work.get("/staff/password/change/")) == "/staff/password/change/"


def test_form_that_comes_too_late_comes_back_to_the_same_person(work, person):
    let_pass(work, IDLE.seconds + 1)
    kept = ended(work.post(PAGE, came(taken_by="Plantedword")))
    assert not Referral.objects.exists()
    assert "Plantedword" not in kept
    page = sign_in_through_pages(work, person, next_page=kept)
    assert "Plantedword" in page.content.decode()
    inputs = dict(page.context["typed"].inputs)
    assert work.post(PAGE, {**inputs, "kept_form": kept.split("/")[-2]}).status_code == 302
    assert the_referral().staff_entry.taken_by == "Plantedword"
    assert not KeptForm.objects.exists()


def test_nobody_else_gets_it(work):
    let_pass(work, IDLE.seconds + 1)
    kept = ended(work.post(PAGE, came()))
    assert sign_in(work, make_person(Role.COORDINATOR)).get(kept).status_code == 404


def test_form_of_the_admin_comes_back_too(client, superuser):
    sign_in(client, superuser)
    let_pass(client, IDLE.seconds + 1)
    asked = {"date": "2030-03-04", "reason": "Plantedword", "_save": "Save"}
    kept = ended(client.post("/admin/board/closure/add/", asked))
    sign_in(client, superuser)
    inputs = dict(client.get(kept).context["typed"].inputs)
    client.post("/admin/board/closure/add/", inputs)
    assert Closure.objects.get().reason == "Plantedword"


def test_files_are_let_go_and_that_is_said(work, person, store):
    let_pass(work, IDLE.seconds + 1)
    file = SimpleUploadedFile("a.txt", b"Plantedfile")
    kept = ended(work.post(PAGE, {"taken_by": "Kim", "file": file}))
    sign_in(work, person)
    assert "Choose your files again" in text_of(work.get(kept))
    assert not store.exists()


def test_form_without_a_session_is_handed_back_at_once(client):
    response = client.post(PAGE, came(taken_by="Plantedword"))
    assert response.status_code == 403
    assert "Plantedword" in text_of(response)
    assert "Sign in (opens in a new tab)" in text_of(response)
    assert "no-store" in response.headers["Cache-Control"]
    assert not KeptForm.objects.exists()
    assert ended(client.post(PAGE)) == "/staff/"


@pytest.mark.parametrize("live", [True, False])
def test_token_that_does_not_fit_hands_back_what_was_typed(person, live):
    client = sign_in(Client(enforce_csrf_checks=True), person)
    client.cookies["csrftoken"] = "a" * 32
    if not live:
        let_pass(client, IDLE.seconds + 1)
    response = client.post(PAGE, came(taken_by="Plantedword"))
    assert response.status_code == 403
    assert "Plantedword" in text_of(response)
    assert ("Please press once more" in text_of(response)) == live


@pytest.mark.parametrize("live", [True, False])
def test_what_another_website_sends_is_neither_kept_nor_shown(person, live):
    client = sign_in(Client(enforce_csrf_checks=True), person)
    if not live:
        let_pass(client, IDLE.seconds + 1)
    elsewhere = {"HTTP_ORIGIN": "https://elsewhere.example"}
    response = client.post(PAGE, came(taken_by="Plantedword"), **elsewhere)
    assert response.status_code == 403
    assert "Plantedword" not in text_of(response)
    assert not KeptForm.objects.exists()


def test_too_many_are_handed_back_instead_of_kept(work, monkeypatch):
    monkeypatch.setattr("tscb.board.sessions.kept_forms.MOST_IN_AN_HOUR", 0)
    let_pass(work, IDLE.seconds + 1)
    assert "Plantedword" in text_of(work.post(PAGE, came(taken_by="Plantedword")))


@pytest.mark.parametrize("session", ["idle", "gone"])
def test_staff_entry_leads_staff_to_their_sign_in(session):
    """Not to the page that tells practitioners how to come back to a draft."""
    client = coordinator()
    begin(client)
    if session == "idle":
        let_pass(client, IDLE.seconds + 1)
    else:
        del client.cookies["sessionid"]
    assert ended(client.get("/refer/check/")) == "/refer/check/"
    kept = ended(answer(client, HAPPENED, outline="Plantedword"))
    sign_in(client, the_referral().staff_entry.entered_by)
    typed = client.get(kept).context["typed"]
    client.post(typed.to, dict(typed.inputs))
    assert the_referral().answers["outline"] == "Plantedword"


def test_page_knows_how_long_it_has_and_one_press_extends_it(work):
    page = work.get(PAGE)
    assert 'id="session-warning"' in page.content.decode()
    let_pass(work, IDLE.seconds - 60)
    assert work.get(SESSION).json()["left"] <= 60
    assert work.get(SESSION).json()["left"] <= 60, "asking is no work"
    assert work.post(SESSION).json()["left"] == IDLE.seconds - 1
    let_pass(work, IDLE.seconds + 1)
    assert work.post(SESSION).json() == {"left": 0}
    assert "_auth_user_id" in work.session, "the form of the page may still come, and is kept"


def test_public_page_has_no_warning(work):
    assert "session-warning" not in work.get("/").content.decode()
