"""What the panel recommended and the chair decided, to read, with what can be done next."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.finding import opened_or_404
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.models import (
    Referral,
    current_recommendation,
    decision_of,
    panel_dates_of,
)

NEXT_ACTS = (
    Act.RECOMMEND,
    Act.TAKE_BACK_RECOMMENDATION,
    Act.DECIDE,
    Act.TAKE_BACK_DECISION,
    Act.NOTE_TOLD,
    Act.CLOSE,
    Act.REOPEN,
)


@require_safe
@may(Act.READ)
def decision(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = opened_or_404(request, referral_id, "decision")
    can = {act.value: can_act(act, by=request.user, referral=referral) for act in NEXT_ACTS}
    return case_page(
        request, "referrals/deciding/decision.html", referral, can=can, **kept(referral)
    )


def kept(referral: Referral) -> dict[str, object]:
    decided = decision_of(referral)
    return {
        "dates": panel_dates_of(referral),
        "recommendation": current_recommendation(referral),
        "decision": decided,
        "tellings": decided.tellings.select_related("to_tell", "told_by") if decided else [],
        "earlier": referral.recommendations.filter(ended_at__isnull=False),
        "earlier_decisions": referral.decisions.filter(ended_at__isnull=False),
        "closings": referral.closings.select_related("closed_by", "reopened_by"),
    }
