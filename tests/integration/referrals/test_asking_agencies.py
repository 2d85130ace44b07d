"""The panel's side of summaries: asking, reading, more time, another mailbox, taking back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from referrals.models import AuditEvent, Status, Summary, SummaryState, Verb
from tests.factories.people import make_person, sign_in
from tests.factories.referrals import received, text_of
from tests.factories.summaries import (
    HEALTH,
    SCHOOL,
    asked,
    fill_in,
    mails_to,
    opened,
    send,
    the_summary,
)
from tscb.board.calendar import add_working_days
from tscb.board.models import Agency
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    return sign_in(client, make_person(Role.COORDINATOR))


def at(summary, rest=""):
    return f"/panel/referrals/{summary.referral_id}/agencies/{summary.number}/{rest}"


def request_for(referral, *agencies, **more):
    child = referral.answers["children"][0]["id"]
    typed = {"agencies": agencies, "people": [child], "details": ["name", "born"]}
    typed |= {"first_day": "1", "first_month": "1", "first_year": "2024", "working_days": "5"}
    return typed | more


def test_coordinator_asks_all_agencies_in_one_go(desk):
    referral = received()
    agency = Agency.objects.create(name="Police of Sampletown", slug="p", summaries_email="p@x.org")
    address = f"/panel/referrals/{referral.pk}/agencies/ask/"
    shown = text_of(desk.get(address))
    assert "p@x.org" in shown
    typed = request_for(referral, str(agency.pk), "other-1")
    typed |= {f"email_{agency.pk}": "p@x.org", "name_other-1": "Elsewhere Council"}
    refused = desk.post(address, typed)
    assert "Enter a work email address" in text_of(refused)
    typed["email_other-1"] = "lead@elsewhere.example.org"
    told = text_of(desk.post(address, typed, follow=True))
    assert "Elsewhere Council" in told
    police, other = Summary.objects.of(referral)
    assert police.agency == agency
    assert other.agency is None
    assert police.people == [[["Name", "Robin Sample, also Rob"], ["Date of birth", "3 May 2016"]]]
    assert police.due_on == add_working_days(timezone.localdate(), 5)
    assert agency.name not in text_of(desk.get(address))


def test_period_that_ends_before_it_begins_is_refused(desk):
    referral = received()
    until = {"until_day": "1", "until_month": "1", "until_year": "2023"}
    typed = request_for(referral, "other-1", **until)
    shown = text_of(desk.post(f"/panel/referrals/{referral.pk}/agencies/ask/", typed))
    assert "must be after its beginning" in shown


def test_agency_is_asked_once_at_a_time(desk):
    (summary,) = asked()
    typed = request_for(summary.referral, "other-1")
    typed |= {"name_other-1": HEALTH.name.upper(), "email_other-1": "x@y.org"}
    address = f"/panel/referrals/{summary.referral_id}/agencies/ask/"
    assert "has been asked about this case already" in text_of(desk.post(address, typed))


def test_panel_reads_what_was_sent_and_the_reading_is_recorded(desk, rf):
    fill_in(desk, token := opened(desk))
    summary = the_summary()
    assert "read by nobody but itself" in text_of(desk.get(at(summary)))
    send(desk, token)
    shown = text_of(desk.get(at(summary)))
    assert "The health visitor saw the family" in shown
    event = AuditEvent.objects.filter(verb=Verb.READ, about="summary 1").first()
    assert event.actor_role == Role.COORDINATOR.value
    assert text_of(desk.get(f"/panel/referrals/{summary.referral_id}/agencies/2/")).find("404")
    assert desk.get(f"/panel/referrals/{summary.referral_id}/agencies/2/").status_code == 404


def test_more_time_is_given_with_a_reason(desk):
    (summary,) = asked()
    earlier = {"due_on_day": "1", "due_on_month": "1", "due_on_year": "2020", "why": "Holidays."}
    assert "The new day must be" in text_of(desk.post(at(summary, "extend/"), earlier))
    day = summary.due_on + timedelta(days=10)
    parts = {"due_on_day": day.day, "due_on_month": day.month, "due_on_year": day.year}
    shown = text_of(desk.post(at(summary, "extend/"), parts | {"why": "Holidays."}, follow=True))
    assert "Holidays." in shown
    assert the_summary().due_on == day
    assert mails_to(HEALTH.email)[0].subject.startswith("You have more time")


def test_day_that_is_no_later_is_refused(desk):
    (summary,) = asked()
    day = summary.due_on
    parts = {"due_on_day": day.day, "due_on_month": day.month, "due_on_year": day.year}
    shown = text_of(desk.post(at(summary, "extend/"), parts | {"why": "Holidays."}))
    assert "the day so far" in shown


def test_request_is_taken_back(desk):
    (summary,) = asked()
    shown = text_of(desk.post(at(summary, "withdraw/"), {"why": "Asked by mistake."}, follow=True))
    assert "Asked by mistake." in shown
    assert the_summary().state == SummaryState.WITHDRAWN
    again = text_of(desk.post(at(summary, "withdraw/"), {"why": "Once more."}))
    assert "or is no longer asked" in again


def test_link_is_sent_to_another_mailbox(desk):
    (summary,) = asked()
    assert HEALTH.email in text_of(desk.get(at(summary, "mailbox/")))
    desk.post(at(summary, "mailbox/"), {"email": "new@health.example.org", "phone": "101"})
    summary = the_summary()
    assert (summary.mailbox, summary.phone) == ("new@health.example.org", "101")
    assert mails_to("new@health.example.org")


def test_list_of_those_we_wait_for_says_whom_to_ring(desk):
    health, _school = asked(HEALTH, SCHOOL)
    Summary.objects.filter(pk=health.pk).update(due_on="2020-01-06")
    shown = text_of(desk.get("/panel/agencies/"))
    assert shown.find(HEALTH.name) < shown.find(SCHOOL.name)
    assert "Ring 0161 496 0003" in shown
    assert "Overdue" in shown


def test_agencies_are_not_asked_after_the_decision(desk):
    referral = received()
    referral.status = Status.DECIDED
    referral.save()
    address = f"/panel/referrals/{referral.pk}/agencies/"
    assert "No agency has been asked yet" in text_of(desk.get(address))
    assert "not asked any more" in text_of(desk.get(f"{address}ask/"))


def test_member_reads_and_does_not_ask(client):
    (summary,) = asked()
    sign_in(client, make_person(Role.PANEL_MEMBER))
    assert client.get(at(summary)).status_code == 200
    assert client.get(at(summary, "extend/")).status_code == 403
    assert client.get("/panel/agencies/").status_code == 403
