"""Nobody destroys a case alone, too early, against a hold, or while something has just come."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from referrals.keeping import disposing
from referrals.keeping.disposing import confirm, drop, propose, under_way
from referrals.keeping.holds import end_hold, hold
from referrals.models import (
    REFERRER,
    Addition,
    AuditEvent,
    Disposal,
    DisposalState,
    Embargo,
    LegalHold,
    Referral,
    RetentionRule,
    ReviewOrigin,
    ReviewPlan,
)
from referrals.models.status import WrongState
from tests.factories import make_person, make_review
from tests.factories.keeping import closed
from tests.factories.referrals import received
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return make_person(Role.COORDINATOR)


@pytest.fixture
def chair():
    return make_person(Role.INDEPENDENT_CHAIR)


def verbs(referral: Referral) -> list[str]:
    events = AuditEvent.objects.filter(referral_id=referral.pk).order_by("pk")
    return list(events.values_list("verb", flat=True))


def test_one_proposes_and_another_confirms(coordinator, chair):
    referral = closed()
    proposed = propose(referral_id=referral.pk, by=coordinator)
    assert propose(referral_id=referral.pk, by=coordinator) == proposed
    confirmed = confirm(referral_id=referral.pk, by=chair)
    assert confirmed.state == DisposalState.CONFIRMED
    assert (confirmed.proposed_role, confirmed.confirmed_role) == (
        "Coordinator",
        "Independent chair",
    )
    assert verbs(referral) == ["disposal_proposed", "disposal_confirmed"]


def test_nobody_confirms_their_own_proposal(coordinator):
    referral = closed()
    propose(referral_id=referral.pk, by=coordinator)
    with pytest.raises(PermissionDenied, match="second person"):
        confirm(referral_id=referral.pk, by=coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Disposal.objects.update(
            state="confirmed", confirmed_by=coordinator, confirmed_at=timezone.now()
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Disposal.objects.update(state="key-destroyed")


def test_proposal_that_was_taken_back_cannot_be_confirmed(coordinator, chair):
    referral = closed()
    propose(referral_id=referral.pk, by=coordinator)
    drop(referral_id=referral.pk, by=chair)
    drop(referral_id=referral.pk, by=chair)
    assert under_way(referral.pk) is None
    with pytest.raises(WrongState, match="Nobody proposes"):
        confirm(referral_id=referral.pk, by=chair)
    assert verbs(referral) == ["disposal_proposed", "disposal_dropped"]


def add(referral: Referral) -> None:
    Addition.objects.create(referral=referral, text="New", added_by=REFERRER.role, press="one")


def keep_longer(referral: Referral) -> None:
    RetentionRule.objects.create(
        outcome="none", number=2, years=50, counted_from="closed", source="The board"
    )


def hold_back(referral: Referral) -> None:
    by = make_person(Role.COORDINATOR)
    hold(referral_id=referral.pk, why="An inquest is open", by=by)


def link(referral: Referral) -> None:
    by = make_person(Role.EDITOR)
    ReviewOrigin.objects.create(referral=referral, review=make_review(status="draft"), linked_by=by)


def embargo(referral: Referral) -> None:
    by = make_person(Role.COORDINATOR)
    plan = ReviewPlan.objects.create(
        referral=referral, review=make_review(status="withdrawn"), begun_by=by
    )
    look = timezone.localdate() + timedelta(days=1)
    told = {"why": "A trial is open", "look_again_on": look, "set_by": by}
    Embargo.objects.create(plan=plan, referral=referral, **told)


HELD_BACK = [
    (embargo, "Publication of the review of this case is held back"),
    (add, "Something was added to this case on"),
    (keep_longer, "This case is kept until"),
    (hold_back, "There is a hold on this case"),
    (link, "has not been published yet"),
    (lambda referral: RetentionRule.objects.all().delete(), "No rule says"),
]


@pytest.mark.parametrize(("happens", "sentence"), HELD_BACK, ids=[one[1] for one in HELD_BACK])
def test_case_is_kept_with_a_reason(happens, sentence, coordinator):
    referral = closed()
    happens(referral)
    with pytest.raises(WrongState, match=sentence):
        propose(referral_id=referral.pk, by=coordinator)


@pytest.mark.parametrize(
    ("happens", "sentence"), HELD_BACK[:5], ids=[one[1] for one in HELD_BACK[:5]]
)
def test_what_happens_after_the_proposal_stops_the_second_person(
    happens, sentence, coordinator, chair
):
    referral = closed()
    propose(referral_id=referral.pk, by=coordinator)
    happens(referral)
    with pytest.raises(WrongState, match=sentence):
        confirm(referral_id=referral.pk, by=chair)


def test_what_was_added_holds_the_case_back_for_so_long_and_no_longer(coordinator, monkeypatch):
    referral = closed()
    add(referral)
    monkeypatch.setattr(disposing, "QUIET_FOR", timedelta(0))
    assert propose(referral_id=referral.pk, by=coordinator)


def test_open_case_cannot_be_proposed_and_an_unseen_one_is_not_there(coordinator):
    with pytest.raises(WrongState, match="referral that is received"):
        propose(referral_id=received().pk, by=coordinator)
    with pytest.raises(Referral.DoesNotExist):
        propose(referral_id=closed().pk, by=make_person(Role.EDITOR))


def test_panel_member_neither_proposes_nor_holds(panel_member):
    referral = closed()
    for act in (propose, confirm, drop):
        with pytest.raises(PermissionDenied):
            act(referral_id=referral.pk, by=panel_member)
    with pytest.raises(PermissionDenied):
        hold(referral_id=referral.pk, why="Because", by=panel_member)


def test_hold_says_who_when_and_why_and_how_it_ended(coordinator, chair):
    referral = closed()
    placed = hold(referral_id=referral.pk, why="An inquest", by=coordinator)
    assert hold(referral_id=referral.pk, why="An inquest", by=coordinator) == placed
    for why in ("The inquest is over", "Again"):
        end_hold(referral_id=referral.pk, hold_id=placed.pk, why=why, by=chair)
    kept = LegalHold.objects.get()
    assert (kept.placed_by, kept.why, kept.why_ended) == (
        coordinator,
        "An inquest",
        "The inquest is over",
    )
    assert kept.ended_by == chair
    assert end_hold(referral_id=referral.pk, hold_id=0, why="x", by=chair) is None
    assert verbs(referral) == ["held", "hold_ended"]
    assert propose(referral_id=referral.pk, by=coordinator)
