"""Further sample referrals: one recommended on, one decided, one under review. Each is brought
there by the sample people through the panel’s actions; without sample people nothing is done.
"""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from referrals import facts
from referrals.deciding import chairing, recommending
from referrals.deciding.chairing import Decided
from referrals.deciding.criteria import UNTIL_2018
from referrals.deciding.letters import writing
from referrals.keeping.holds import hold
from referrals.meetings.agenda import put_before_panel
from referrals.meetings.sample import met_already
from referrals.models import Referral, ReviewPlan, Step
from referrals.publication import beginning, coming_out, embargoes
from reviews import action_plan
from reviews.models import Action, Recommendation
from reviews.sample_removal import delete_sample
from tscb.board.models import Agency, User
from tscb.board.roles import Role

MET_DAYS_AGO = 8
DAY = timedelta(days=1)
HELD = "This is fictional. The coroner asked that nothing is destroyed before the inquest."
CONCLUSIONS = ("type-serious-case-review", "type-multi-agency-critical-review") * 2
WORDS = {
    "rationale": "This is fictional. Several agencies knew a part each, and nobody asked the next.",
    "learning": "Agencies have been asked to say at once who leads when two of them are worried.",
    "family": "The chair of the panel writes to the mother. She may bring a friend.",
    "media": "None is expected. The board’s press officer would answer.",
    "dissent_who_0": "Health",
    "dissent_what_0": "A learning review would be quicker, and practitioners would speak freely.",
}


def people() -> tuple[User, User] | None:
    """The sample coordinator and the sample chair."""
    known = User.objects.filter(is_sample=True, is_active=True)
    found = [
        known.filter(groups__name=role).first()
        for role in (Role.COORDINATOR, Role.INDEPENDENT_CHAIR)
    ]
    return (found[0], found[1]) if found[0] and found[1] else None


def load_for(referral: Referral, number: int, coordinator: User, chair: User) -> None:
    """The first is recommended on, the second decided, the third under review."""
    facts.set_up()
    recommend(referral, number, coordinator)
    if number > 0:
        decide(referral, chair)
        writing.begin(referral_id=referral.pk, key="chief-executives", by=coordinator)
    if number > 1:
        review(referral, coordinator)
        hold(referral_id=referral.pk, why=HELD, by=coordinator)


def recommend(referral: Referral, number: int, by: User) -> None:
    put_before_panel(referral_id=referral.pk, meeting_id=met_already().pk, by=by)
    said: dict[str, Any] = {**WORDS, "era": UNTIL_2018.era, "conclusion": CONCLUSIONS[number]}
    for one in UNTIL_2018.criteria:
        said |= {f"limb_{one.key}": "unclear", f"why_{one.key}": "It is fictional: nobody knows."}
    recommending.save_draft(referral_id=referral.pk, said=said, seen=recommending.NEW, by=by)
    recommending.recommend(referral_id=referral.pk, by=by)


def decide(referral: Referral, by: User) -> None:
    decided = Decided(
        agrees=True,
        conclusion="",
        reasons="The learning is for all agencies, and the family wants to be heard.",
        next_steps="Appoint a reviewer from outside the area, and write to the family.",
        to_tell=["ofsted", "national-panel", "chief-executives", "family"],
        day=timezone.localdate() - (MET_DAYS_AGO - 3) * DAY,
    )
    chairing.decide(referral_id=referral.pk, decided=decided, by=by)


def review(referral: Referral, by: User) -> None:
    plan, today = beginning.begin(referral_id=referral.pk, by=by), timezone.localdate()
    said = {
        "terms": "What agencies knew of one another’s work in the year before it happened.",
        "reviewer": "A fictional reviewer from another county",
        "independence": "Has never worked for an agency of this area.",
        "methodology": "Two days with practitioners, and a talk with the family.",
    }
    beginning.keep_plan(referral_id=referral.pk, said=said, by=by)
    days = {Step.REVIEWER.value: (None, today - DAY), Step.STARTED.value: (today + 9 * DAY, None)}
    coming_out.keep_steps(referral_id=referral.pk, days=days, by=by)
    embargoes.hold_back(
        referral_id=referral.pk,
        until=None,
        why="A fictional trial is open.",
        look_again_on=today + 60 * DAY,
        by=by,
    )
    follow(plan, by)


def follow(plan: ReviewPlan, by: User) -> None:
    """A recommendation with an action that is overdue."""
    wanted = Recommendation.objects.create(
        review=plan.review, order=1, text="Agencies agree on who leads when two are worried."
    )
    agency = Agency.objects.first()
    if agency:
        due = timezone.localdate() - DAY
        action = Action(
            review=plan.review, recommendation=wanted, agency=agency, due=due,
            text="Write down who leads, and train for it.", owner_role="Head of safeguarding",
        )  # fmt: skip
        action_plan.save(action=action, by=by)


def remove() -> None:
    """The plans of sample referrals, with the drafts that they made."""
    for plan in ReviewPlan.objects.filter(referral__is_sample=True).select_related("review"):
        plan.delete()
        delete_sample(plan.review)
