"""The steps of a review with their days, and what the clock hears of them."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from referrals.clock.events import happened, undone
from referrals.models import ClockEvent, Milestone, Referral, ReviewPlan, Step, Verb
from referrals.publication.beginning import held, noted
from reviews.models import CaseReview
from tscb.board.models import User

EVENTS = {
    Step.STARTED: ClockEvent.REVIEW_STARTED,
    Step.SENT: ClockEvent.REPORT_SENT,
    Step.PUBLISHED: ClockEvent.PUBLISHED,
}
Days = Mapping[str, tuple[date | None, date | None]]


@transaction.atomic
def keep_steps(*, referral_id: UUID, days: Days, by: User) -> None:
    """By step: for when it is planned, and on which day it was done."""
    plan = held(referral_id, by)
    for step, (planned_on, done_on) in days.items():
        if done_on and done_on > timezone.localdate():
            raise ValidationError({f"done_{step}": "What is done lies not in the future"})
        told = {"planned_on": planned_on, "done_on": done_on}
        Milestone.objects.update_or_create(plan=plan, step=step, defaults=told)
        tell_the_clock(plan.referral, Step(step), planned_on, done_on)
    noted(Verb.PLAN_CHANGED, plan.referral, by, "milestones")


def tell_the_clock(
    referral: Referral, step: Step, planned_on: date | None, done_on: date | None
) -> None:
    if step in EVENTS:
        say(referral, EVENTS[step], done_on)
    if step == Step.PUBLISHED:
        say(referral, ClockEvent.PUBLICATION_PLANNED, planned_on)


def say(referral: Referral, event: ClockEvent, on: date | None) -> None:
    if on:
        happened(referral, event, on=on)
    else:
        undone(referral, event)


def note_published() -> None:
    """Reviews that have come out since: nobody has to enter the day by hand."""
    out = CaseReview.objects.published().values("pk")
    plans = ReviewPlan.objects.filter(
        review__in=out, milestones__step=Step.PUBLISHED, milestones__done_on=None
    )
    for plan in plans.select_related("review").defer("said"):
        note_day(plan)


@transaction.atomic
def note_day(plan: ReviewPlan) -> None:
    referral = Referral.objects.select_for_update().get(pk=plan.referral_id)
    at = plan.review.published_at
    day = timezone.localdate(at) if at else timezone.localdate()
    Milestone.objects.filter(plan=plan, step=Step.PUBLISHED).update(done_on=day)
    happened(referral, ClockEvent.PUBLISHED, on=day)
