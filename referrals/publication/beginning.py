"""A decided review becomes a draft among the case reviews, linked to its referral from the start:
the safety gate compares every word of it."""

from uuid import UUID

from django.db import transaction

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.casework.linking import link
from referrals.models import (
    Milestone,
    Referral,
    ReviewPlan,
    Step,
    Verb,
    decision_of,
    record,
    staff,
)
from referrals.models.status import WrongState
from referrals.publication.pseudonyms import draw, title_of
from reviews.models import CaseReview, ReviewType
from tscb.board.models import User
from tscb.common.publishing import content, proposals

NO_REVIEW = "It has been decided that there is to be no review."
FIELDS = ("terms", "reviewer", "independence", "methodology")


def check_can_begin(referral: Referral, by: User) -> ReviewType:
    """Gives the type of review that was decided."""
    check_act(Act.PLAN_REVIEW, by=by, referral=referral)
    decision = decision_of(referral)
    kind = decision.review_type if decision else None
    if kind is None:
        raise WrongState(NO_REVIEW)
    return kind


@transaction.atomic
def begin(*, referral_id: UUID, by: User) -> ReviewPlan:
    """Doing it again gives the same plan."""
    check_act(Act.PLAN_REVIEW, by=by)
    referral = locked(referral_id, by)
    there = plan_of(referral)
    if there:
        return there
    review = drafted(referral, check_can_begin(referral, by), by)
    plan = ReviewPlan.objects.create(referral=referral, review=review, begun_by=by)
    Milestone.objects.bulk_create(Milestone(plan=plan, step=step) for step in Step)
    link(review=review, reference=referral.reference, by=by)
    noted(Verb.REVIEW_BEGUN, referral, by)
    return plan


def drafted(referral: Referral, kind: ReviewType, by: User) -> CaseReview:
    """Empty but for type and name: editors write it from the report, never from the referral."""
    word = draw(referral).word
    review = CaseReview.objects.create(
        title=title_of(word),
        slug=word,
        review_type=kind,
        is_sample=referral.is_sample,
    )
    after = content.snapshot(review)
    proposals.save_draft(item=review, before=None, after=after, by=by, event="Written")
    return review


@transaction.atomic
def keep_plan(*, referral_id: UUID, said: dict[str, str], by: User) -> ReviewPlan:
    plan = held(referral_id, by)
    plan.said = {**plan.said, **{name: said.get(name, "") for name in FIELDS}}
    plan.save()
    noted(Verb.PLAN_CHANGED, plan.referral, by)
    return plan


def plan_of(referral: Referral) -> ReviewPlan | None:
    return ReviewPlan.objects.select_related("review").filter(referral=referral).first()


def held(referral_id: UUID, by: User) -> ReviewPlan:
    """The plan of a case that is locked, which this person may change now."""
    check_act(Act.PLAN_REVIEW, by=by)
    referral = locked(referral_id, by)
    check_act(Act.PLAN_REVIEW, by=by, referral=referral)
    plan = plan_of(referral)
    if plan is None:
        raise WrongState("The review has not begun.")
    plan.referral = referral
    return plan


def noted(verb: Verb, referral: Referral, by: User, about: str = "") -> None:
    record(
        verb,
        by=staff(by),
        referral_id=referral.pk,
        reference=referral.reference,
        about=about,
    )
