"""The decision: the chair's alone, with reasons, told without its content."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from referrals import facts
from referrals.agreement import asking
from referrals.deciding import chairing, closing, recommending, tellings
from referrals.models import ChairDecision, Outcome, PanelDates, Referral, Status, decision_of
from referrals.models.status import WrongState
from tests.factories import make_person
from tests.factories.deciding import (
    chair,
    coordinator,
    decided,
    decision,
    recommended,
    with_panel,
)
from tests.factories.referrals import received
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def the_case() -> Referral:
    return Referral.objects.select_related("case", "panel_dates").get()


def test_chair_who_agrees_decides_what_was_recommended():
    decided()
    referral = the_case()
    row = decision_of(referral)
    assert (row.agrees, row.concluded) == (True, "Serious Case Review")
    assert referral.status == Status.DECIDED
    assert referral.case.outcome == Outcome.REVIEW
    assert referral.panel_dates.decided_on == timezone.localdate()


def test_chair_may_decide_otherwise():
    decided(agrees=False, conclusion="audit")
    assert decision_of(the_case()).concluded == "No review: audit"
    assert the_case().case.outcome == Outcome.AUDIT


def test_referrer_and_manager_hear_that_it_is_decided_and_nothing_of_it():
    referral = recommended()
    asking.begin(referral_id=referral.pk)
    OutgoingMail.objects.all().delete()
    chairing.decide(referral_id=referral.pk, decided=decision(), by=chair())
    mails = {mail.subject.partition(":")[0]: mail for mail in OutgoingMail.objects.all()}
    assert {name: mail.to for name, mail in mails.items()} == {
        "Referral decided": referral.answers["referrer_email"],
        "Decided": referral.answers["manager_email"],
    }
    said = "".join(mail.subject + mail.body for mail in mails.values())
    assert "Serious" not in said
    assert "learning" not in said


@pytest.mark.parametrize(
    "roles",
    [
        (Role.COORDINATOR,),
        (Role.PANEL_MEMBER,),
        (Role.DATA_PROTECTION_LEAD,),
        (Role.EDITOR, Role.COORDINATOR, Role.PANEL_MEMBER),
    ],
)
def test_nobody_but_the_chair_decides(roles):
    referral = recommended()
    with pytest.raises(PermissionDenied):
        chairing.decide(referral_id=referral.pk, decided=decision(), by=make_person(*roles))


@pytest.mark.parametrize("days", [-3])
def test_decision_before_the_meeting_is_refused(days):
    referral = recommended()
    early = decision(day=timezone.localdate() + days * DAY)
    with pytest.raises(ValidationError, match="or later: the panel’s meeting"):
        chairing.decide(referral_id=referral.pk, decided=early, by=chair())


def test_drafts_of_the_chair_are_kept_and_go_when_it_is_sent_back():
    referral, by = recommended(), chair()
    chairing.save_draft(referral_id=referral.pk, said={"reasons": "Half"}, by=by)
    chairing.save_draft(referral_id=referral.pk, said={"reasons": "Half a reason"}, by=by)
    assert ChairDecision.objects.get().said["reasons"] == "Half a reason"
    assert decision_of(referral) is None
    recommending.send_back(referral_id=referral.pk, reason="Say more", by=by)
    assert not ChairDecision.objects.exists()


def test_decision_taken_back_stays_to_be_read():
    referral = decided()
    chairing.take_back(referral_id=referral.pk, reason="A page was missing", by=chair())
    case = the_case()
    assert (case.status, case.panel_dates.decided_on) == (Status.RECOMMENDED, None)
    assert case.case.outcome == ""
    assert ChairDecision.objects.get().why_ended == "A page was missing"
    chairing.decide(referral_id=referral.pk, decided=decision(), by=chair())
    assert ChairDecision.objects.count() == 2


def test_decision_of_which_only_the_day_is_known_is_not_taken_back():
    referral = with_panel()
    PanelDates.objects.update(decided_on=timezone.localdate())
    Referral.objects.update(status=Status.DECIDED)
    with pytest.raises(WrongState, match="only its day was kept"):
        chairing.take_back(referral_id=referral.pk, reason="A mistake", by=chair())


def test_who_must_be_told_is_noted_with_days():
    facts.set_up()
    by = coordinator()
    referral = decided(to_tell=["ofsted", "family", "national-panel"])
    lines = {line.to_tell.key: line for line in decision_of(referral).tellings.all()}
    assert set(lines) == {"ofsted", "family", "national-panel"}
    assert lines["ofsted"].due_on == tellings.due_after(timezone.localdate(), 5, True)
    assert lines["family"].due_on is None
    days = {lines["national-panel"].pk: timezone.localdate(), lines["family"].pk: None}
    for _ in range(2):
        tellings.note(referral_id=referral.pk, days=days, by=by)
    assert [line.told_by for line in decision_of(referral).tellings.filter(told_by=by)] == [by]
    late = {lines["family"].pk: timezone.localdate() + DAY}
    with pytest.raises(ValidationError, match="between the decision and today"):
        tellings.note(referral_id=referral.pk, days=late, by=by)
    tellings.note(referral_id=referral.pk, days={lines["national-panel"].pk: None}, by=by)


def test_days_are_counted_in_working_days_or_plainly():
    friday = date(2026, 1, 9)
    assert tellings.due_after(friday, 5, True) == date(2026, 1, 16)
    assert tellings.due_after(friday, 14, False) == date(2026, 1, 23)


def test_closed_case_keeps_its_outcome_and_opens_again_where_it_was():
    referral, by = decided(), coordinator()
    assert closing.outcome_so_far(the_case()) == Outcome.REVIEW
    closing.close(referral_id=referral.pk, outcome=Outcome.REVIEW, reason="Published", by=by)
    case = the_case()
    assert (case.status, case.case.outcome) == (Status.CLOSED, Outcome.REVIEW)
    assert case.case.closed_at
    closing.reopen(referral_id=referral.pk, reason="New facts", by=by)
    case = the_case()
    assert (case.status, case.case.closed_at) == (Status.DECIDED, None)
    assert case.closings.get().why_reopened == "New facts"


def test_withdrawn_case_is_closed_and_opens_again_as_withdrawn():
    referral, by = received(), coordinator()
    Referral.objects.update(status=Status.WITHDRAWN)
    assert closing.outcome_so_far(the_case()) == Outcome.WITHDRAWN
    closing.close(referral_id=referral.pk, outcome=Outcome.WITHDRAWN, reason="No duty", by=by)
    closing.reopen(referral_id=referral.pk, reason="There is", by=by)
    assert the_case().status == Status.WITHDRAWN
