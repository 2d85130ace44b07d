"""Cases that have been recommended on, or decided, as the panel's own actions leave them."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from referrals import facts as referrals_facts
from referrals.deciding import chairing, recommending
from referrals.deciding.chairing import Decided
from referrals.deciding.criteria import criteria_of
from referrals.deciding.letters import writing
from referrals.models import Letter, Referral, ReviewPlan, current_recommendation
from referrals.publication import beginning
from reviews import facts
from tests.factories.meetings import before_panel as put_on_a_meeting
from tests.factories.people import make_person
from tests.factories.referrals import received
from tscb.board.models import User
from tscb.board.roles import Role

RATIONALE = "Three agencies knew, and none told the others."


def with_panel(by: User | None = None, met: int = 2, **more: Any) -> Referral:
    """A received case whose panel met some days ago."""
    referral = received(days_ago=5, **more)
    day = timezone.localdate() - timedelta(days=met)
    return put_on_a_meeting(referral, by or coordinator(), day)


def whole(era: str = "2015", **changed: str) -> dict[str, str]:
    """A recommendation in which nothing is missing, as its form sends it."""
    keys = [one.key for one in criteria_of(era).criteria]
    limbs = {f"limb_{key}": "yes" for key in keys}
    reasons = {f"why_{key}": "It is written in the referral" for key in keys}
    words = {
        "rationale": RATIONALE,
        "learning": "Ask about brothers and sisters",
        "family": "The chair writes to them",
        "media": "The press officer answers",
    }
    told = {"era": era, "conclusion": "type-serious-case-review", **limbs, **reasons, **words}
    return {**told, **changed}


def recommended(by: User | None = None, said: dict[str, str] | None = None) -> Referral:
    facts.set_up()
    by = by or coordinator()
    referral = with_panel(by)
    recommending.save_draft(
        referral_id=referral.pk, said=said or whole(), seen=recommending.NEW, by=by
    )
    return recommending.recommend(referral_id=referral.pk, by=by)


def decision(**changed: Any) -> Decided:
    told = {
        "agrees": True,
        "conclusion": "",
        "reasons": "The learning is plain",
        "next_steps": "Appoint a reviewer",
        "to_tell": [],
        "day": timezone.localdate(),
        **changed,
    }
    return Decided(**told)


def decided(**changed: Any) -> Referral:
    referral = recommended()
    return chairing.decide(referral_id=referral.pk, decided=decision(**changed), by=chair())


def a_letter(referral: Referral) -> Letter:
    referrals_facts.set_up()
    return writing.begin(referral_id=referral.pk, key="family", by=coordinator())


def begun(**changed: Any) -> ReviewPlan:
    """A decided case whose review has begun."""
    referrals_facts.set_up()
    referral = decided(**changed)
    return beginning.begin(referral_id=referral.pk, by=coordinator())


def coordinator() -> User:
    return make_person(Role.COORDINATOR)


def chair() -> User:
    return make_person(Role.INDEPENDENT_CHAIR)


def day_parts(day: date) -> dict[str, int]:
    """As a browser sends a day."""
    return {"day_day": day.day, "day_month": day.month, "day_year": day.year}


def again(referral: Referral) -> Any:
    """Its current recommendation as it stands in the database now."""
    return current_recommendation(referral)
