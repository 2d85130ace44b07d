"""The papers: one accessible PDF with its reader's name on every page, kept nowhere."""

import pytest
from django.utils import timezone

from referrals.meetings.agenda import add_business, put_before_panel
from referrals.meetings.minuting import write
from referrals.meetings.pack.making import make_pack
from referrals.models import Agreement, AuditEvent, Meeting, MeetingState, PackCopy, Verb
from referrals.models.status import WrongState
from tests.factories import make_person
from tests.factories.made_pdfs import elements_of, headings_of, pages_in, text_of
from tests.factories.meetings import DAY, a_meeting
from tests.factories.referral_files import make_file
from tests.factories.referrals import received
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return make_person(Role.COORDINATOR)


@pytest.fixture
def reader():
    return make_person(Role.PANEL_MEMBER, first_name="Ada", last_name="Reader")


@pytest.fixture
def meeting(coordinator) -> Meeting:
    """With one case, other business, and a meeting before it at which the case was spoken of."""
    referral, before = received(days_ago=20), a_meeting(timezone.localdate() - 3 * DAY)
    put_before_panel(referral_id=referral.pk, meeting_id=before.pk, by=coordinator)
    Meeting.objects.update(state=MeetingState.HELD)
    write(item_id=before.items.get().pk, text="Come back with the chronology", by=coordinator)
    meeting = a_meeting(place="Room 1")
    put_before_panel(referral_id=referral.pk, meeting_id=meeting.pk, by=coordinator)
    add_business(meeting_id=meeting.pk, business="Plan of the year", takes=10, by=coordinator)
    make_file(referral)
    return meeting


def test_papers_hold_what_the_panel_needs_of_a_case(meeting, reader):
    referral = meeting.items.of_cases().get().referral
    name, pdf = make_pack(meeting_id=meeting.pk, by=reader)
    assert name == f"papers-{meeting.day:%Y-%m-%d}.pdf"
    headings, text = headings_of(pdf), text_of(pdf)
    for heading in (
        "Agenda",
        f"1. Case {referral.reference}",
        "Which test this may meet",
        "Chronology",
        "Manager’s agreement",
        "Supporting files",
    ):
        assert heading in headings
    assert any(heading.startswith("Minutes of") for heading in headings)
    for words in ("Plan of the year", "Come back with the chronology", "Room 1"):
        assert words in text
    assert f"/panel/referrals/{referral.pk}/" in text.replace(" ", "")


def test_every_page_bears_the_name_of_its_reader_and_the_copy(meeting, reader):
    make_pack(meeting_id=meeting.pk, by=make_person(Role.PANEL_MEMBER))
    _, pdf = make_pack(meeting_id=meeting.pk, by=reader)
    assert text_of(pdf).count("CONFIDENTIAL – Ada Reader · copy 2") == pages_in(pdf)
    assert PackCopy.objects.get(reader=reader).number == 2
    assert not any("copy 2" in one.text for one in elements_of(pdf) if one.role == "/Artifact")


def test_each_case_in_a_copy_is_recorded_beside_it(meeting, reader):
    make_pack(meeting_id=meeting.pk, by=reader)
    of_case, of_meeting = AuditEvent.objects.filter(verb=Verb.PACK_MADE).order_by("reference")[::-1]
    assert of_case.referral_id == meeting.items.of_cases().get().referral_id
    assert of_case.about == f"copy 1, {meeting.about}"
    assert (of_meeting.referral_id, of_meeting.about) == (None, meeting.about)


@pytest.mark.parametrize("state", ["cancelled", "confirmed"])
def test_no_papers_for_a_meeting_that_is_over_for_good(meeting, reader, state):
    changed = {"confirmed_at": timezone.now(), "state": "held"} if state == "confirmed" else {}
    Meeting.objects.filter(pk=meeting.pk).update(**{"state": state, **changed})
    with pytest.raises(WrongState):
        make_pack(meeting_id=meeting.pk, by=reader)
    assert not PackCopy.objects.exists()


def test_case_of_which_little_is_told_makes_papers_all_the_same(coordinator, reader):
    referral, meeting = received(chronology=[], agreement_route="manager"), a_meeting()
    Agreement.objects.all().delete()
    put_before_panel(referral_id=referral.pk, meeting_id=meeting.pk, by=coordinator)
    text = text_of(make_pack(meeting_id=meeting.pk, by=reader)[1])
    assert "No dates were given" in text
    assert "Nobody has been asked through this website" in text
    assert "Supporting files" not in text
