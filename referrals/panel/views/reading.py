"""One referral to read or to print, with all that came after it was sent."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from referrals.agreement.standing import standing
from referrals.description.places import applying
from referrals.description.reading import passages
from referrals.description.same_child import elsewhere
from referrals.description.which_test import explain
from referrals.models import Agreement, panel_dates_of, withdrawal_of
from referrals.panel.actions import open_referral
from referrals.panel.moves import can_decide, can_set_meeting
from referrals.panel.permissions import can_steer, for_the_panel


@require_safe
@for_the_panel
def referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    found = open_referral(referral_id=referral_id, by=request.user)
    if found is None:
        raise Http404
    files = list(found.files.all())
    context = {
        "referral": found,
        "elsewhere": elsewhere(found, request.user),
        "passages": passages(found.answers),
        "explained": explain(applying(found.answers)),
        "files": files,
        "later_files": [file for file in files if file.came_later],
        "additions": list(found.additions.all()),
        "dates": panel_dates_of(found),
        "withdrawal": withdrawal_of(found),
        "can_set_meeting": can_set_meeting(found, request.user),
        "can_decide": can_decide(found, request.user),
        "agreements": Agreement.objects.of(found).select_related("entered_by"),
        "agreement": standing(found),
        "can_steer": can_steer(request.user),
        "read_at": timezone.now(),
    }
    return render(request, "referrals/panel/referral.html", context)
