"""Deciding that a case is destroyed: one proposes, a second person confirms, and either may still
find that it must not be.

What is then destroyed, and how, is in destroying.py.
"""

from datetime import timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateformat import format as format_date

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.keeping.holds import standing_on
from referrals.keeping.inventory import newest_information
from referrals.keeping.time import Time, time_of
from referrals.models import (
    Disposal,
    DisposalState,
    Embargo,
    Referral,
    RetentionRule,
    ReviewOrigin,
    Verb,
    record,
    staff,
)
from referrals.models.status import WrongState
from reviews.models import CaseReview
from tscb.board.models import User
from tscb.common.publishing.states import Status

REASONS = ("why", "why_lifted")  # that nothing has to be decrypted
QUIET_FOR = timedelta(days=30)
HELD_BACK = (
    "Publication of the review of this case is held back. Let it be published first, or take the "
    "link to the review away."
)
OPEN_REVIEW = (
    "A case review linked to this case has not been published yet. Its safety check needs the "
    "names in this case: publish the review or take the link away first."
)


def check_time_is_over(referral: Referral) -> Time:
    """Gives the time; raises WrongState with the reason why the case is still kept."""
    time = time_of(referral, RetentionRule.objects.current())
    if time is None:
        raise WrongState("No rule says how long a case with this outcome is kept. Set one first.")
    if not time.is_over:
        raise WrongState(f"This case is kept until {format_date(time.over_on, 'j F Y')}.")
    return time


def check_may_end(referral: Referral) -> Time:
    """The same for everything that holds a case back."""
    time = check_time_is_over(referral)
    if standing_on(referral).exists():
        raise WrongState("There is a hold on this case. End it first, if its reason is gone.")
    if linked_reviews(referral).filter(status=Status.DRAFT).exists():
        raise WrongState(OPEN_REVIEW)
    if any(one.holds for one in Embargo.objects.filter(referral=referral).defer(*REASONS)):
        raise WrongState(HELD_BACK)
    quiet_since = newest_information(referral.pk)
    if quiet_since > timezone.now() - QUIET_FOR:
        raise WrongState(
            f"Something was added to this case on {format_date(quiet_since, 'j F Y')}. Read it "
            f"first: a case is destroyed {QUIET_FOR.days} days after that at the earliest."
        )
    return time


def linked_reviews(referral: Referral) -> QuerySet[CaseReview]:
    origins = ReviewOrigin.objects.filter(referral=referral)
    return CaseReview.objects.filter(pk__in=origins.values("review"))


def under_way(referral_id: UUID) -> Disposal | None:
    """The one disposal of this case that is neither done nor taken back."""
    ended = (DisposalState.DROPPED, DisposalState.DONE)
    found = Disposal.objects.select_related("proposed_by", "rule").exclude(state__in=ended)
    return found.filter(referral_id=referral_id).first()


@transaction.atomic
def propose(*, referral_id: UUID, by: User) -> Disposal:
    """Proposing what is proposed changes nothing."""
    referral = locked(referral_id, by)
    check_act(Act.PROPOSE_DISPOSAL, by=by, referral=referral)
    time = check_may_end(referral)
    there = under_way(referral_id)
    if there:
        return there
    proposed = Disposal.objects.create(
        referral_id=referral.pk,
        reference=referral.reference,
        state=DisposalState.PROPOSED,
        rule=time.rule,
        over_on=time.over_on,
        proposed_by=by,
        proposed_role=staff(by).role,
    )
    _note(Verb.DISPOSAL_PROPOSED, proposed, by)
    return proposed


def check_can_confirm(disposal: Disposal | None, by: User) -> Disposal:
    if disposal is None or disposal.state != DisposalState.PROPOSED:
        raise WrongState("Nobody proposes to destroy this case any more.")
    if disposal.proposed_by_id == by.pk:
        raise PermissionDenied("A second person has to confirm what you proposed.")
    return disposal


@transaction.atomic
def confirm(*, referral_id: UUID, by: User) -> Disposal:
    """By somebody else, after everything was looked at once more. Nothing is destroyed yet."""
    referral = locked(referral_id, by)
    check_act(Act.CONFIRM_DISPOSAL, by=by, referral=referral)
    disposal = check_can_confirm(under_way(referral_id), by)
    time = check_may_end(referral)
    disposal.rule, disposal.over_on = time.rule, time.over_on
    disposal.state = DisposalState.CONFIRMED
    disposal.confirmed_by, disposal.confirmed_at = by, timezone.now()
    disposal.confirmed_role = staff(by).role
    disposal.save()
    _note(Verb.DISPOSAL_CONFIRMED, disposal, by)
    return disposal


@transaction.atomic
def drop(*, referral_id: UUID, by: User) -> None:
    """Taken back, by whoever proposed it or might have confirmed it. The case is kept."""
    locked(referral_id, by)
    check_act(Act.CONFIRM_DISPOSAL, by=by)
    disposal = under_way(referral_id)
    if disposal and disposal.state == DisposalState.PROPOSED:
        disposal.state = DisposalState.DROPPED
        disposal.save(update_fields=("state",))
        _note(Verb.DISPOSAL_DROPPED, disposal, by)


def _note(verb: Verb, disposal: Disposal, by: User) -> None:
    record(verb, by=staff(by), referral_id=disposal.referral_id, reference=disposal.reference)
