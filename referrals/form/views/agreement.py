"""How the referrer's own referral stands with the manager's agreement, and asking (again)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.agreement import asking
from referrals.agreement.forms import OwnRequestForm
from referrals.agreement.standing import standing
from referrals.form.access import throttled, with_sent_referral
from referrals.models import REFERRER, Referral, Route
from referrals.models.status import WrongState

HOUR, DAY = 3600, 86400
REQUESTS_AN_HOUR = 30
REQUESTS_A_DAY = 5  # of one referral: nobody fills a mailbox with them


@with_sent_referral
def agreement(request: HttpRequest, referral: Referral) -> HttpResponse:
    how = standing(referral)
    form = OwnRequestForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return send(request, referral, form)
    context = {"agreement": how, "form": form if how.can_ask else None}
    return render(request, "referrals/form/agreement.html", context)


def send(request: HttpRequest, referral: Referral, form: OwnRequestForm) -> HttpResponse:
    refused = throttled(request, "agreement", REQUESTS_AN_HOUR, HOUR) or throttled(
        request, "agreement-of", REQUESTS_A_DAY, DAY, who=str(referral.pk)
    )
    if refused:
        return refused
    route = Route(form.cleaned_data["route"])
    try:
        asking.ask(referral_id=referral.pk, route=route, person=form.person, by=REFERRER)
    except WrongState as why:
        form.add_error(None, str(why))
        context = {"agreement": standing(referral), "form": form}
        return render(request, "referrals/form/agreement.html", context)
    return redirect("refer:agreement")
