"""Two sample meetings: one that was held, with its minutes, and one to come with two cases."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from referrals.casework.moving import move
from referrals.meetings.holding import keep_quorum
from referrals.models import (
    AgendaItem,
    Answer,
    ArisingAction,
    Attendance,
    Meeting,
    MeetingState,
    Minute,
    PanelDates,
    Presence,
    QuorumRule,
    Referral,
    Seat,
    Status,
)
from referrals.models.panel_seats import Part
from tscb.board.calendar import add_working_days
from tscb.board.models import Agency, User
from tscb.board.roles import PANEL_ROLES, Role

DAYS_SINCE, DAYS_UNTIL = -6, 8  # working days
PARTS = {Role.INDEPENDENT_CHAIR: Part.CHAIR, Role.COORDINATOR: Part.DEPUTY_CHAIR}
BUSINESS = "Dates for the next half year"
SAID = (
    "This is a fictional account for a sample meeting.\n\nThe panel read the referral. It could "
    "not tell yet whether agencies had worked together well, because two of them had not written. "
    "It comes back to the next meeting with their summaries."
)
RECOMMENDED = "This is fictional. The panel recommended; its reasons stand with the case."
TO_DO = "Ask both councils for what they know, and for one chronology of all agencies."


def load(cases: list[Referral]) -> None:
    """Takes two received cases. Without sample people there is nobody to sit on the panel."""
    people = list(User.objects.filter(is_sample=True, groups__name__in=PANEL_ROLES).distinct())
    if not people or not Agency.objects.exists():
        return
    seats = [seat_for(person, agency) for person, agency in zip(people, agencies(), strict=False)]
    rule()
    before, to_come = met_already(), meeting(DAYS_UNTIL)
    put_on(before, cases[-1:], people[0])
    held(before, seats, people[0])
    put_on(to_come, cases, people[0])
    Attendance.objects.bulk_create(
        Attendance(meeting=to_come, seat=seat, answer=answer)
        for seat, answer in zip(seats, (Answer.COMING, Answer.NONE), strict=False)
    )


def met_already() -> Meeting:
    """The one meeting that was held; whoever needs it first makes it."""
    over = Meeting.objects.filter(is_sample=True, ends_at__lt=timezone.now())
    return over.first() or meeting(DAYS_SINCE)


def agencies() -> list[Agency]:
    return list(Agency.objects.filter(active=True))


def seat_for(person: User, agency: Agency) -> Seat:
    roles = [role for role in PARTS if role in person.role_names]
    part = PARTS[roles[0]] if roles else Part.MEMBER
    fields = {"agency": agency, "part": part, "since": timezone.localdate() - timedelta(days=500)}
    return Seat.objects.create(user=person, is_sample=True, **fields)


def rule() -> None:
    since = timezone.localdate() - timedelta(days=500)
    QuorumRule.objects.get_or_create(since=since, defaults={"least": 2, "is_sample": True})


def meeting(days: int) -> Meeting:
    day = add_working_days(timezone.localdate(), days)
    ends = at(day, 16)
    place = "Sample House, room 2"
    return Meeting.objects.create(starts_at=at(day, 14), ends_at=ends, place=place, is_sample=True)


def at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def put_on(onto: Meeting, cases: list[Referral], by: User) -> None:
    """As the agenda does it, but nobody is written to. A case comes back to the next meeting."""
    for place, referral in enumerate(cases, 1):
        AgendaItem.objects.create(meeting=onto, referral=referral, place=place)
        PanelDates.objects.update_or_create(referral=referral, defaults={"meeting_on": onto.day})
        move(referral, Status.WITH_PANEL, by)
    AgendaItem.objects.create(meeting=onto, business=BUSINESS, place=9, takes=10)


def held(before: Meeting, seats: list[Seat], by: User) -> None:
    for seat in seats:
        answers = {"answer": Answer.COMING, "presence": Presence.PRESENT}
        Attendance.objects.create(meeting=before, seat=seat, **answers)
    keep_quorum(before)
    before.state = MeetingState.HELD
    before.save()
    for item in before.items.of_cases().select_related("referral"):
        minuted(item, by)


def minuted(item: AgendaItem, by: User) -> None:
    """Of a case that comes back, with what is to be done; of others that it was recommended on."""
    told = {"item": item, "referral": item.referral, "written_by": by}
    comes_back = item.referral is not None and item.referral.status == Status.WITH_PANEL
    Minute.objects.create(text=SAID if comes_back else RECOMMENDED, **told)
    if comes_back:
        due = timezone.localdate() + timedelta(days=7)
        ArisingAction.objects.create(text=TO_DO, owner=by, due_on=due, **told)


def remove() -> None:
    """After the cases: what is left holds nothing of them."""
    Meeting.objects.filter(is_sample=True).delete()
    QuorumRule.objects.filter(is_sample=True).delete()
    Seat.objects.filter(is_sample=True).delete()
