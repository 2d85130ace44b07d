"""Putting a case on an agenda is putting it before the panel: once, told once, on one meeting."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from referrals.form.afterwards import withdraw
from referrals.meetings.agenda import (
    WrongDay,
    add_business,
    arrange,
    put_before_panel,
    take_off,
)
from referrals.models import AgendaItem, AuditEvent, Referral, Status, Verb
from referrals.models.status import WrongState
from tests.factories import make_person
from tests.factories.meetings import DAY, a_meeting, before_panel
from tests.factories.referrals import received
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return make_person(Role.COORDINATOR)


def today():
    return timezone.localdate()


def events(referral: Referral) -> list[str]:
    kept = AuditEvent.objects.filter(referral_id=referral.pk).order_by("pk")
    return list(kept.values_list("verb", flat=True))


def put(referral, meeting, by):
    return put_before_panel(referral_id=referral.pk, meeting_id=meeting.pk, by=by)


def test_case_on_an_agenda_is_before_the_panel_on_that_day(coordinator):
    referral, meeting = received(), a_meeting()
    before = referral.updated_at
    put(referral, meeting, coordinator)
    referral = Referral.objects.get()
    assert (referral.status, referral.panel_dates.meeting_on) == (Status.WITH_PANEL, meeting.day)
    assert referral.updated_at == before  # of what it says, not of a day in a calendar
    assert list(meeting.items.values_list("referral", "place")) == [(referral.pk, 1)]
    assert events(referral) == [Verb.PUT_BEFORE_PANEL]
    mail = OutgoingMail.objects.get()
    assert mail.to == referral.answers["referrer_email"]
    assert f"goes before the panel: {referral.reference}" in mail.subject


def test_pressing_twice_does_it_once(coordinator):
    referral, meeting = received(), a_meeting()
    for _ in range(2):
        put(referral, meeting, coordinator)
    assert events(referral) == [Verb.PUT_BEFORE_PANEL]
    assert OutgoingMail.objects.count() == meeting.items.count() == 1


@pytest.mark.parametrize(("days", "mails"), [(9, 2), (7, 1)])
def test_another_meeting_takes_it_over_and_another_day_is_told(coordinator, days, mails):
    referral, first, second = received(), a_meeting(), a_meeting(today() + days * DAY)
    put(referral, first, coordinator)
    put(referral, second, coordinator)
    assert AgendaItem.objects.get().meeting == second
    assert Referral.objects.get().panel_dates.meeting_on == second.day
    assert events(referral) == [Verb.PUT_BEFORE_PANEL, Verb.MEETING_MOVED]
    assert OutgoingMail.objects.count() == mails


def test_withdrawn_case_can_be_taken_up_and_stays_marked(coordinator):
    referral = received()
    withdraw(referral_id=referral.pk, reason="A mistake")
    before_panel(referral, coordinator)
    referral = Referral.objects.get()
    assert referral.status == Status.WITH_PANEL
    assert referral.withdrawal.reason == "A mistake"


def test_meeting_before_receipt_is_refused(coordinator):
    referral, meeting = received(days_ago=5), a_meeting(today() - 6 * DAY)
    with pytest.raises(WrongDay, match="The day of the meeting must be"):
        put(referral, meeting, coordinator)
    assert not events(referral)


def test_decided_case_and_cancelled_meeting_are_refused(coordinator):
    referral, meeting = received(), a_meeting(state="cancelled")
    with pytest.raises(WrongState, match="a meeting that is cancelled"):
        put(referral, meeting, coordinator)
    Referral.objects.update(status=Status.DECIDED)
    with pytest.raises(WrongState, match="a referral that is decided"):
        put(referral, a_meeting(), coordinator)


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.INDEPENDENT_CHAIR, Role.EDITOR])
def test_coordinators_alone_make_an_agenda(role):
    referral, meeting, other = received(), a_meeting(), make_person(role)
    with pytest.raises((PermissionDenied, Referral.DoesNotExist)):
        put(referral, meeting, other)
    with pytest.raises(PermissionDenied):
        add_business(meeting_id=meeting.pk, business="Plan", takes=10, by=other)
    assert not AgendaItem.objects.exists()


def test_draft_is_out_of_reach_even_for_a_coordinator(coordinator):
    with pytest.raises(Referral.DoesNotExist):
        put(Referral.objects.create(), a_meeting(), coordinator)


def test_referrer_without_an_address_is_not_written_to(coordinator):
    referral = received()
    referral.answers = {}
    referral.save()
    before_panel(referral, coordinator)
    assert not OutgoingMail.objects.exists()


def test_business_is_added_arranged_and_taken_off(coordinator):
    meeting = a_meeting()
    first, second = (
        add_business(meeting_id=meeting.pk, business=words, takes=10, by=coordinator)
        for words in ("Plan", "Training")
    )
    order = [(first.pk, 2, 20), (second.pk, 1, 5)]
    arrange(meeting_id=meeting.pk, order=order, by=coordinator)
    assert [(item.business, item.takes) for item in meeting.items.all()] == [
        ("Training", 5),
        ("Plan", 20),
    ]
    for _ in range(2):
        take_off(meeting_id=meeting.pk, item_id=first.pk, by=coordinator)
    assert meeting.items.get() == second


def test_case_leaves_an_agenda_only_for_another_or_when_withdrawn(coordinator):
    referral, meeting = received(), a_meeting()
    put(referral, meeting, coordinator)
    item = meeting.items.get()
    with pytest.raises(WrongState, match="move it to another meeting"):
        take_off(meeting_id=meeting.pk, item_id=item.pk, by=coordinator)
    withdraw(referral_id=referral.pk, reason="A mistake")
    take_off(meeting_id=meeting.pk, item_id=item.pk, by=coordinator)
    assert not meeting.items.exists()
