"""A coordinator plans a meeting, makes its agenda, invites, moves and cancels it, page by page."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from referrals.models import Meeting, QuorumRule, Referral, Seat, Status
from tests.factories import make_person, sign_in
from tests.factories.meetings import DAY, a_meeting, a_seat, an_agency
from tests.factories.referrals import received, text_of
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    return sign_in(Client(), make_person(Role.COORDINATOR))


def day(day: date, name: str = "day") -> dict[str, str]:
    parts = {"day": day.day, "month": day.month, "year": day.year}
    return {f"{name}_{part}": str(value) for part, value in parts.items()}


def in_days(count: int) -> date:
    return timezone.localdate() + timedelta(days=count)


def at(meeting: Meeting, page: str = "") -> str:
    return f"/panel/meetings/{meeting.pk}/{page}"


def test_meeting_is_planned_on_a_suggested_day(desk):
    received()
    page = text_of(desk.get("/panel/meetings/plan/"))
    suggested = page.split('href="?day=')[1][:10]
    assert f'value="{suggested[:4]}"' in text_of(desk.get(f"/panel/meetings/plan/?day={suggested}"))
    assert desk.get("/panel/meetings/plan/?day=nonsense").status_code == 200
    sent = {**day(date.fromisoformat(suggested)), "starts": "10:00", "ends": "12.30"}
    shown = desk.post("/panel/meetings/plan/", sent, follow=True)
    assert "The meeting is planned" in text_of(shown)
    meeting = Meeting.objects.get()
    assert timezone.localtime(meeting.ends_at).strftime("%H:%M") == "12:30"


def test_end_before_beginning_and_a_year_too_late_are_said(desk):
    sent = {**day(in_days(9)), "starts": "10:00", "ends": "9:30"}
    assert "must end after it begins" in text_of(desk.post("/panel/meetings/plan/", sent))
    sent = {**day(in_days(900)), "starts": "10:00", "ends": "11:30"}
    assert "within a year from now" in text_of(desk.post("/panel/meetings/plan/", sent))
    assert not Meeting.objects.exists()


def test_agenda_is_made_of_cases_and_other_business(desk):
    referral, meeting = received(), a_meeting()
    page = text_of(desk.get(at(meeting, "agenda/")))
    assert referral.reference in page
    sent = desk.post(at(meeting, "agenda/"), {"form": "cases", "cases": [referral.pk]}, follow=True)
    assert "No case waits for a meeting" in text_of(sent)
    assert Referral.objects.get().status == Status.WITH_PANEL
    business = {"form": "business", "business": "Plan of the year", "takes": "15"}
    assert "Plan of the year" in text_of(desk.post(at(meeting, "agenda/"), business, follow=True))
    case, other = meeting.items.all()
    order = {f"place_{case.pk}": "2", f"place_{other.pk}": "1"}
    takes = {f"takes_{case.pk}": "45", f"takes_{other.pk}": "0"}
    wrong = desk.post(at(meeting, "agenda/"), {"form": "order", **order, **takes})
    assert "Enter a number of minutes from 1 to 480" in text_of(wrong)
    takes[f"takes_{other.pk}"] = "15"
    desk.post(at(meeting, "agenda/"), {"form": "order", **order, **takes})
    assert [item.takes for item in meeting.items.all()] == [15, 45]
    desk.post(at(meeting, f"agenda/{case.pk}/off/"))
    desk.post(at(meeting, f"agenda/{other.pk}/off/"))
    assert meeting.items.get() == case


def test_members_are_invited_once_and_the_mail_tells_nothing_of_a_case(desk):
    referral, seat, meeting = (
        received(),
        a_seat(),
        a_meeting(place="Room 1", link="https://x.example"),
    )
    desk.post(f"/panel/referrals/{referral.pk}/meeting/", {"meeting": meeting.pk})
    OutgoingMail.objects.all().delete()
    shown = text_of(desk.post(at(meeting, "invite/"), follow=True))
    assert "1 invitation is on the way" in shown
    desk.post(at(meeting, "invite/"))
    mail = OutgoingMail.objects.get()
    assert mail.to == seat.user.email
    assert "Cases on the agenda so far: 1" in mail.body
    assert at(meeting) in mail.body
    assert referral.reference not in mail.body
    assert "x.example" not in mail.body


def test_time_is_changed_and_the_meeting_cancelled(desk):
    meeting, other = a_meeting(), a_meeting(in_days(30))
    assert 'value="10:00"' in text_of(desk.get(at(meeting, "change/")))
    later = {**day(in_days(8)), "starts": "14:00", "ends": "15:00", "place": "Room 2"}
    assert "Room 2" in text_of(desk.post(at(meeting, "change/"), later, follow=True))
    desk.post(f"/panel/referrals/{received().pk}/meeting/", {"meeting": meeting.pk})
    page = text_of(desk.get(at(meeting, "cancel/")))
    assert "To which meeting do its cases go?" in page
    gone = desk.post(at(meeting, "cancel/"), {"meeting": other.pk}, follow=True)
    assert "The meeting is cancelled" in text_of(gone)
    assert "no other meeting is planned" in text_of(desk.get(at(other, "cancel/")))
    assert other.items.count() == 1
    assert "its agenda stays as it is" in text_of(desk.get(at(meeting, "agenda/")))
    assert "STATUS:CANCELLED" in text_of(desk.get(at(meeting, "calendar.ics")))


def test_seats_are_given_and_ended_and_the_quorum_is_data(desk):
    person, agency = make_person(Role.PANEL_MEMBER), an_agency("Police")
    seat = {"user": person.pk, "agency": agency.pk, "part": "chair", **day(in_days(-3), "since")}
    assert "Chairs the panel" in text_of(
        desk.post("/panel/meetings/members/add/", seat, follow=True)
    )
    twice = text_of(desk.post("/panel/meetings/members/add/", seat))
    assert "sits on the panel already" in twice
    rule = {"least": "3", "needs_chair": "on", "agencies": [agency.pk]}
    shown = text_of(desk.post("/panel/meetings/quorum/", rule, follow=True))
    assert "at least 3 members" in shown
    assert 'value="3"' in text_of(desk.get("/panel/meetings/quorum/"))
    assert QuorumRule.objects.in_force_on(in_days(-1)) is None
    end = f"/panel/meetings/members/{Seat.objects.get().pk}/end/"
    assert "on the day it began or later" in text_of(desk.post(end, day(in_days(-9), "until")))
    desk.post(end, day(in_days(-1), "until"))
    assert not Seat.objects.on(timezone.localdate()).exists()


def test_unknown_meeting_is_missing(desk):
    unknown = Meeting(starts_at=timezone.now(), ends_at=timezone.now() + DAY)
    for page in ("", "agenda/", "change/", "minutes/"):
        assert desk.get(at(unknown, page)).status_code == 404
    assert desk.get("/panel/meetings/members/99/end/").status_code == 404


def test_list_tells_what_is_to_come_and_what_nobody_recorded(desk):
    assert "No meeting is planned" in text_of(desk.get("/panel/meetings/"))
    a_meeting(in_days(-3)), a_meeting(in_days(3)), a_meeting(in_days(9))
    page = text_of(desk.get("/panel/meetings/"))
    for words in ("Next meeting", "Over, and nobody has said who was there", "Later"):
        assert words in page
