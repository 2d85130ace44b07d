"""One referral to read or to print, with all that came after it was sent."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from referrals.agreement.standing import standing
from referrals.casework.acts import Act, can_act
from referrals.casework.finding import opened_or_404
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.description.places import applying
from referrals.description.reading import passages
from referrals.description.same_child import elsewhere
from referrals.description.which_test import explain
from referrals.models import Agreement, panel_dates_of, withdrawal_of


@require_safe
@may(Act.READ)
def referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    found = opened_or_404(request, referral_id)
    files = list(found.files.all())
    context = {
        "elsewhere": elsewhere(found, request.user),
        "passages": passages(found.answers),
        "explained": explain(applying(found.answers)),
        "files": files,
        "later_files": [file for file in files if file.came_later],
        "additions": list(found.additions.select_related("question")),
        "dates": panel_dates_of(found),
        "withdrawal": withdrawal_of(found),
        "can_set_meeting": can_act(Act.SET_MEETING, by=request.user, referral=found),
        "agreements": Agreement.objects.of(found).select_related("entered_by"),
        "agreement": standing(found),
        "can_ask_agreement": can_act(Act.ASK_AGREEMENT, by=request.user),
    }
    return case_page(request, "referrals/panel/referral.html", found, **context)
