"""“Not to be published before”: set with its reason, lifted with its reason, and asked for by every
door through which a review could come out (`referrals.publishing_holds`)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from referrals.models import Embargo, ReviewPlan, Verb
from referrals.models.status import WrongState
from referrals.publication.beginning import held, noted
from reviews.models import CaseReview
from tscb.board.models import User
from tscb.common.publishing import actions

IS_OUT = "It is public already: an editor has to withdraw it first, or a briefing on it."
IS_SET = "It is held back already. Lift that first."


@transaction.atomic
def hold_back(
    *, referral_id: UUID, until: date | None, why: str, look_again_on: date, by: User
) -> Embargo:
    """`until` may be left out: then it holds until somebody lifts it. What was to come out at a set
    time is withdrawn."""
    plan = held(referral_id, by)
    check_days(until, look_again_on)
    if current(plan):
        raise WrongState(IS_SET)
    take_off(plan.review, by)
    told = {"until": until, "why": why, "look_again_on": look_again_on, "set_by": by}
    embargo = Embargo.objects.create(plan=plan, referral=plan.referral, **told)
    noted(Verb.EMBARGO_SET, plan.referral, by)
    return embargo


def check_days(until: date | None, look_again_on: date) -> None:
    today = timezone.localdate()
    if until and until <= today:
        raise ValidationError({"until": "The day must be after today"})
    if look_again_on <= today:
        raise ValidationError({"look_again_on": "The day must be after today"})


def take_off(review: CaseReview, by: User) -> None:
    """Raises WrongState where the public sees the review or a briefing on it."""
    items = [review, *review.briefings.all()]
    if any(item.is_public for item in items):
        raise WrongState(IS_OUT)
    for item in items:
        if item.is_scheduled:
            actions.withdraw(item=item, by=by)


@transaction.atomic
def lift(*, referral_id: UUID, reason: str, by: User) -> None:
    plan = held(referral_id, by)
    embargo = current(plan)
    if embargo is None:
        raise WrongState("The review is not held back.")
    embargo.lifted_by, embargo.lifted_at, embargo.why_lifted = by, timezone.now(), reason
    embargo.save()
    noted(Verb.EMBARGO_LIFTED, plan.referral, by)


def current(plan: ReviewPlan) -> Embargo | None:
    """The one that is not lifted; it may be over."""
    return plan.embargoes.filter(lifted_at=None).first()


def holding(reviews: Iterable[CaseReview]) -> list[Embargo]:
    """Those that hold back any of these reviews, be it by its plan or by its link to the referral.
    Why is not read: who publishes need not know."""
    mine = Q(plan__review__in=list(reviews)) | Q(referral__origins__review__in=list(reviews))
    rows = Embargo.objects.filter(mine, lifted_at=None).distinct().defer("why", "why_lifted")
    return [one for one in rows if one.holds]


def sentence(embargo: Embargo) -> str:
    if embargo.until is None:
        return "This review is held back until the panel’s coordinator says that it may come out."
    day = date_format(embargo.until, "j F Y")
    return f"This review is not to be published before {day}: ask the panel’s coordinator."
