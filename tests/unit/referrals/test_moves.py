"""Putting a case before the panel: days make sense, pressing twice does it once."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from referrals.form.afterwards import withdraw
from referrals.models import AuditEvent, Referral, Status, Verb
from referrals.models.status import WrongState
from referrals.panel.moves import WrongDay, can_set_meeting, set_meeting
from tests.factories import make_person
from tests.factories.deciding import decided
from tests.factories.referrals import received
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def coordinator():
    return make_person(Role.COORDINATOR)


def today():
    return timezone.localdate()


def events(referral: Referral) -> list[str]:
    kept = AuditEvent.objects.filter(referral_id=referral.pk).order_by("pk")
    return list(kept.values_list("verb", flat=True))


def with_panel(by, days_ago: int = 5, met: int = 2) -> Referral:
    referral = received(days_ago=days_ago)
    return set_meeting(referral_id=referral.pk, day=today() - met * DAY, by=by)


def test_put_before_the_panel_keeps_day_state_event_and_mail(coordinator):
    referral = with_panel(coordinator)
    referral.refresh_from_db()
    assert referral.status == Status.WITH_PANEL
    assert referral.panel_dates.meeting_on == today() - 2 * DAY
    (event,) = AuditEvent.objects.filter(referral_id=referral.pk)
    assert (event.verb, event.actor_id) == (Verb.PUT_BEFORE_PANEL, coordinator.pk)
    mail = OutgoingMail.objects.get()
    assert mail.to == referral.answers["referrer_email"]
    assert f"goes before the panel: {referral.reference}" in mail.subject


def test_correcting_the_day_is_an_event_and_no_second_mail(coordinator):
    referral = with_panel(coordinator)
    set_meeting(referral_id=referral.pk, day=today() + DAY, by=coordinator)
    assert events(referral) == [Verb.PUT_BEFORE_PANEL, Verb.MEETING_MOVED]
    assert Referral.objects.get().panel_dates.meeting_on == today() + DAY
    assert OutgoingMail.objects.count() == 1


def test_pressing_twice_does_it_once(coordinator):
    referral = with_panel(coordinator)
    set_meeting(referral_id=referral.pk, day=today() - 2 * DAY, by=coordinator)
    assert events(referral) == [Verb.PUT_BEFORE_PANEL]
    assert OutgoingMail.objects.count() == 1


def test_withdrawn_referral_can_be_taken_up_and_stays_marked(coordinator):
    referral = received()
    withdraw(referral_id=referral.pk, reason="A mistake")
    set_meeting(referral_id=referral.pk, day=today(), by=coordinator)
    referral = Referral.objects.get()
    assert referral.status == Status.WITH_PANEL
    assert referral.withdrawal.reason == "A mistake"


@pytest.mark.parametrize("days", [-6, 367, 3650])
def test_meeting_before_receipt_or_years_off_is_refused(coordinator, days):
    referral = received(days_ago=5)
    with pytest.raises(WrongDay, match="The day of the meeting must be"):
        set_meeting(referral_id=referral.pk, day=today() + days * DAY, by=coordinator)
    assert not AuditEvent.objects.exists()


def test_what_the_table_does_not_allow_is_refused(coordinator):
    done = decided()
    with pytest.raises(WrongState, match="that is decided"):
        set_meeting(referral_id=done.pk, day=today(), by=coordinator)


@pytest.mark.parametrize(
    "role", [Role.PANEL_MEMBER, Role.INDEPENDENT_CHAIR, Role.EDITOR, Role.DATA_PROTECTION_LEAD]
)
def test_coordinators_alone_move_a_referral(role):
    referral, other = received(), make_person(role)
    with pytest.raises(PermissionDenied):
        set_meeting(referral_id=referral.pk, day=today(), by=other)
    assert not can_set_meeting(referral, other)


def test_draft_is_out_of_reach_even_for_a_coordinator(coordinator):
    draft = Referral.objects.create()
    with pytest.raises(Referral.DoesNotExist):
        set_meeting(referral_id=draft.pk, day=today(), by=coordinator)


def test_referrer_without_an_address_is_not_written_to(coordinator):
    referral = received()
    referral.answers = {}
    referral.save()
    set_meeting(referral_id=referral.pk, day=today(), by=coordinator)
    assert not OutgoingMail.objects.exists()


def test_referral_keeps_the_time_of_what_it_says(coordinator):
    """Whoever compares a review with it is not asked to do so again for a day in a calendar."""
    referral = received()
    before = Referral.objects.get().updated_at
    set_meeting(referral_id=referral.pk, day=today(), by=coordinator)
    withdraw(referral_id=referral.pk, reason="A mistake")
    assert Referral.objects.get().updated_at == before
