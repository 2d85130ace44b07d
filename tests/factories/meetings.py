"""Meetings of the panel, their members, and cases that are put before it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from referrals.meetings.agenda import put_before_panel
from referrals.models import Answer, ArisingAction, Attendance, Meeting, QuorumRule, Referral, Seat
from tests.factories.people import make_person
from tscb.board.models import Agency, User
from tscb.board.roles import Role

DAY = timedelta(days=1)


def a_meeting(day: date | None = None, **fields: Any) -> Meeting:
    """From ten to twelve on that day; in a week if no day is told."""
    day = day or timezone.localdate() + 7 * DAY
    starts = timezone.make_aware(datetime.combine(day, time(10)))
    ends = starts + timedelta(hours=2)
    return Meeting.objects.create(starts_at=starts, ends_at=ends, **fields)


def before_panel(referral: Referral, by: User, day: date | None = None) -> Referral:
    """The case on the agenda of a meeting of its own."""
    meeting = a_meeting(day or timezone.localdate())
    return put_before_panel(referral_id=referral.pk, meeting_id=meeting.pk, by=by)


def an_agency(name: str) -> Agency:
    slug = name.lower().replace(" ", "-")
    return Agency.objects.get_or_create(name=name, defaults={"slug": slug})[0]


def a_seat(agency: str = "Health", person: User | None = None, **fields: Any) -> Seat:
    person = person or make_person(Role.PANEL_MEMBER)
    fields.setdefault("since", timezone.localdate() - 400 * DAY)
    return Seat.objects.create(user=person, agency=an_agency(agency), **fields)


def comes(meeting: Meeting, seat: Seat, answer: Answer = Answer.COMING) -> Attendance:
    return Attendance.objects.create(meeting=meeting, seat=seat, answer=answer)


def a_rule(least: int = 2, *agencies: str, needs_chair: bool = False) -> QuorumRule:
    since = timezone.localdate() - 400 * DAY
    rule = QuorumRule.objects.create(since=since, least=least, needs_chair=needs_chair)
    rule.agencies.set([an_agency(name) for name in agencies])
    return rule


def on_an_agenda(referral: Referral) -> dict[str, Any]:
    """What goes into addresses of a meeting to come, with this case on its agenda."""
    coordinator, meeting = make_person(Role.COORDINATOR), a_meeting()
    put_before_panel(referral_id=referral.pk, meeting_id=meeting.pk, by=coordinator)
    item = meeting.items.get()
    action = ArisingAction.objects.create(
        item=item,
        referral=referral,
        text="Write to the agencies",
        owner=coordinator,
        written_by=coordinator,
        due_on=meeting.day,
    )
    numbers = {"item_id": item.pk, "action_id": action.pk, "seat_id": a_seat().pk}
    return {"meeting_id": meeting.pk, **numbers}
