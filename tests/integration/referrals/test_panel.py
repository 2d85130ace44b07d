"""The panel's list and reading view."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from referrals.models import Referral
from referrals.sample import load
from tests.factories import make_person, sign_in
from tests.factories.referrals import received, start, text_of
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(client, panel_member):
    sign_in(client, panel_member)
    return panel_member


def test_list_names_no_child(client, member):
    received()
    page = text_of(client.get("/panel/"))
    assert "Robin" not in page
    assert "Sam Sample" not in page


def test_list_shows_no_draft(client, member):
    start(client)
    assert "No case is in progress" in text_of(client.get("/panel/"))


def test_list_marks_samples(client, member):
    load()
    assert text_of(client.get("/panel/")).count(">Sample<") == 3


def test_referral_is_shown_from_the_description(client, member):
    referral = received()
    page = text_of(client.get(f"/panel/referrals/{referral.pk}/"))
    assert f"<title>Referral – {referral.reference} – " in " ".join(page.split())
    for expected in ("The child", "Robin", "3 May 2016", "What happened, in outline?", "Known"):
        assert expected in page
    assert "Change" not in page.split("<main")[1]


def test_sample_referral_is_marked_as_fictional(client, member):
    load()
    referral = Referral.objects.first()
    assert "fictional" in text_of(client.get(f"/panel/referrals/{referral.pk}/"))


def test_draft_and_unknown_referral_are_missing(client, member):
    start(client)
    draft = Referral.objects.get()
    for referral_id in (draft.pk, uuid4()):
        assert client.get(f"/panel/referrals/{referral_id}/").status_code == 404


@pytest.mark.parametrize("roles", [(), (Role.EDITOR,), (Role.DATA_PROTECTION_LEAD,)])
@pytest.mark.parametrize("superuser", [True, False])
def test_others_are_refused(client, roles, superuser):
    referral = received()
    sign_in(client, make_person(*roles, is_superuser=superuser))
    for address in ("/panel/", f"/panel/referrals/{referral.pk}/"):
        response = client.get(address)
        assert response.status_code == 403
        assert "Robin" not in text_of(response)


def test_nobody_is_sent_to_sign_in(client):
    assert client.get("/panel/").headers["Location"].startswith("/staff/login/")


def test_password_alone_does_not_open_the_panel(client):
    sign_in(client, make_person(Role.PANEL_MEMBER), second_factor=False)
    assert client.get("/panel/").status_code == 302


@pytest.mark.parametrize("address", ["/panel/", f"/panel/referrals/{UUID(int=7)}/"])
def test_panel_takes_no_post(client, member, address):
    assert client.post(address).status_code == 405


def test_time_of_receipt_is_shown_in_london_time(client, member):
    referral = received()
    summer = datetime(2026, 7, 1, 11, 30, tzinfo=timezone.get_fixed_timezone(0))
    Referral.objects.filter(pk=referral.pk).update(submitted_at=summer)
    assert "at 12:30" in text_of(client.get(f"/panel/referrals/{referral.pk}/"))
    assert timezone.localdate(summer) < timezone.localdate() + timedelta(days=400)
