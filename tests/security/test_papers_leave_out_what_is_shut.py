"""A copy of the papers, an agenda and minutes hold no word of a case that is shut to their reader,
and a file's name says nothing of any case.
"""

import pytest
from django.test import Client
from django.utils import timezone

from referrals.casework.recusing import recuse
from referrals.meetings.agenda import put_before_panel
from referrals.meetings.minuting import write
from referrals.models import AuditEvent, Case, Meeting, MeetingState, Referral, Verb
from tests.factories import make_person, sign_in
from tests.factories.made_pdfs import text_of as text_of_pdf
from tests.factories.meetings import DAY, a_meeting, a_seat, comes
from tests.factories.referrals import received, text_of
from tscb.board.models import User
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
MARKER, OPEN = "Plantedmarker", "Openmarker"


@pytest.fixture
def shut(request) -> Referral:
    return received(days_ago=9, outline=MARKER, child_first_names=MARKER)


@pytest.fixture
def reader(shut) -> User:
    return make_person(Role.PANEL_MEMBER)


@pytest.fixture
def meeting(shut) -> Meeting:
    """Held two days ago, with a case that is shut to the reader and one that is not."""
    by, meeting = make_person(Role.COORDINATOR), a_meeting(timezone.localdate() - 2 * DAY)
    for referral in (shut, received(days_ago=9, outline=OPEN)):
        put_before_panel(referral_id=referral.pk, meeting_id=meeting.pk, by=by)
    Meeting.objects.update(state=MeetingState.HELD)
    for item, words in zip(meeting.items.all(), (MARKER, OPEN), strict=True):
        write(item_id=item.pk, text=words, by=by)
    return meeting


def shut_by_recusal(shut: Referral, reader: User) -> None:
    recuse(referral_id=shut.pk, person=reader, reason="A relative", by=reader)


def shut_by_restriction(shut: Referral, reader: User) -> None:
    Case.objects.filter(referral=shut).update(is_restricted=True)


@pytest.mark.parametrize("close", [shut_by_recusal, shut_by_restriction])
def test_nothing_of_it_is_in_papers_agenda_or_minutes(shut, reader, meeting, close):
    comes(meeting, a_seat(person=reader))
    close(shut, reader)
    desk, at = sign_in(Client(), reader), f"/panel/meetings/{meeting.pk}/"
    papers = desk.post(f"{at}papers/")
    text = text_of_pdf(b"".join(papers.streaming_content))
    shown = [text, *(text_of(desk.get(f"{at}{page}")) for page in ("", "minutes/", "calendar.ics"))]
    for words in shown:
        assert MARKER not in words
        assert shut.reference not in words
    assert "1 case is left out of this copy" in text
    assert OPEN in text
    assert OPEN in shown[2]
    item = meeting.items.get(referral=shut)
    assert desk.get(f"{at}agenda/{item.pk}/conflict/").status_code == 404
    assert desk.get(f"/panel/referrals/{shut.pk}/meetings/").status_code == 404
    made = AuditEvent.objects.filter(verb__in=[Verb.PACK_MADE, Verb.READ], actor_id=reader.pk)
    assert shut.pk not in set(made.values_list("referral_id", flat=True))


def test_name_of_the_file_tells_the_day_alone(reader, meeting):
    papers = sign_in(Client(), reader).post(f"/panel/meetings/{meeting.pk}/papers/")
    assert papers.headers["Content-Disposition"] == (
        f'inline; filename="papers-{meeting.day:%Y-%m-%d}.pdf"'
    )
    assert "no-store" in papers.headers["Cache-Control"]
    assert papers.headers["Accept-Ranges"] == "none"


def test_too_many_copies_in_an_hour_are_refused(reader, meeting, monkeypatch):
    monkeypatch.setattr("referrals.meetings.views.papers.COPIES", 0)
    desk = sign_in(Client(), reader)
    answer = desk.post(f"/panel/meetings/{meeting.pk}/papers/", follow=True)
    assert "You have made many copies" in text_of(answer)
    assert not meeting.copies.exists()
