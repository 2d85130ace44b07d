"""The secret address of a calendar: it opens what its person may see now, references and days, and
ends with their role. It stands in no table and in no log."""

import logging
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from referrals.clock.links import end_of_those_who_left, make_link
from referrals.models import CalendarLink, Case, Meeting, Recusal
from tests.factories import make_person
from tests.factories.clock import make_rule, ticking
from tscb.board.models import User
from tscb.board.roles import Role, give
from tscb.common.logs import Discreet

pytestmark = pytest.mark.django_db
NAME = "Robinia"


@pytest.fixture
def member() -> User:
    return make_person(Role.PANEL_MEMBER)


def feed(token: str) -> Any:
    return Client().get(f"/calendar/{token}/deadlines.ics")


def test_it_holds_references_and_days_and_nothing_of_a_case(member):
    make_rule()
    referral = ticking(date(2026, 11, 23), outline=f"{NAME} was hurt.")
    noon = timezone.now()
    Meeting.objects.create(
        starts_at=noon, ends_at=noon + timezone.timedelta(hours=2), link="https://join.example/1"
    )
    response = feed(make_link(by=member))
    text = response.content.decode()
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in response.headers["Cache-Control"]
    assert f"SUMMARY:Due: {referral.reference} (T1)\r\n" in text
    assert "DTSTART;VALUE=DATE:20261130\r\n" in text
    assert "SUMMARY:Meeting of the SSCP\r\n" in text
    assert not {NAME, "Decide", "join.example"} & set(text.replace("\r\n ", "").split())
    assert NAME not in text
    assert "join.example" not in text
    assert not response.cookies


def test_it_honours_who_may_see_a_case_at_that_moment(member):
    make_rule()
    token, referral = make_link(by=member), ticking(date(2026, 11, 23))
    assert referral.reference in feed(token).content.decode()
    recusal = Recusal.objects.create(referral=referral, person=member, reason="A neighbour")
    assert referral.reference not in feed(token).content.decode()
    recusal.delete()
    Case.objects.update(is_restricted=True)
    assert referral.reference not in feed(token).content.decode()


@pytest.mark.parametrize("left", ["role", "account"])
def test_it_ends_with_the_role_and_stays_ended(member, left):
    token = make_link(by=member)
    end_of_those_who_left()
    assert feed(token).status_code == 200
    if left == "role":
        member.groups.clear()
    else:
        User.objects.filter(pk=member.pk).update(is_active=False)
    assert feed(token).status_code == 404
    end_of_those_who_left()
    User.objects.filter(pk=member.pk).update(is_active=True)
    give(member, Role.PANEL_MEMBER)
    assert feed(token).status_code == 404


def test_token_is_in_no_table_and_guessing_is_slow(member):
    token = make_link(by=member)
    assert token not in str(list(CalendarLink.objects.values()))
    statuses = [feed(token).status_code for _ in range(61)]
    assert statuses == [200] * 60 + [429]
    assert feed("guessed").status_code == 404


@pytest.mark.parametrize("place", ["calendar", "agreement", "preview", "refer/open", "summary"])
def test_no_log_keeps_what_opens_something(place):
    path = f"/{place}/Secret-token_123/deadlines.ics"
    record = logging.LogRecord("django.request", 30, "", 1, "Not Found: %s", (path,), None)
    assert Discreet().filter(record)
    assert record.msg == f"Not Found: /{place}/…/deadlines.ics"
