"""What the coordinator does for an agreement: asks again, and enters what came by phone or post."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.agreement import asking
from referrals.agreement.forms import EnterForm, RequestForm
from referrals.agreement.standing import Standing, standing
from referrals.agreement.wording import wording_of
from referrals.casework.acts import Act
from referrals.casework.finding import opened_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.models import Referral, Route, staff
from tscb.common.forms import GovukForm
from tscb.common.web import answers_get_and_post


@answers_get_and_post
@may(Act.ASK_AGREEMENT)
def ask(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral, how = opened(request, referral_id)
    form = RequestForm(typed(request), initial=asked_before(how, "name", "role", "email"))
    if form.is_valid() and done(form, lambda: send_request(request, referral, form)):
        messages.success(request, "The request is on its way by email.")
        return redirect("panel:referral", referral.pk)
    return shown(request, "referrals/panel/agreement_ask.html", referral, how, form)


@answers_get_and_post
@may(Act.ASK_AGREEMENT)
def enter(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral, how = opened(request, referral_id)
    form = EnterForm(typed(request), initial=asked_before(how, "name", "role"))
    if form.is_valid() and done(form, lambda: keep_answer(request, referral, form)):
        messages.success(request, "The answer is recorded.")
        return redirect("panel:referral", referral.pk)
    return shown(request, "referrals/panel/agreement_enter.html", referral, how, form)


def opened(request: HttpRequest, referral_id: UUID) -> tuple[Referral, Standing]:
    """These pages name people: to open one is to read the referral, and recorded as such."""
    referral = opened_or_404(request, referral_id)
    return referral, standing(referral)


def asked_before(how: Standing, *parts: str) -> dict[str, str]:
    """To fill in: whom the newest request names."""
    if how.newest is None:
        return {}
    return {f"person_{part}": how.newest.person.get(part, "") for part in parts}


def send_request(request: HttpRequest, referral: Referral, form: RequestForm) -> None:
    route = Route(form.cleaned_data["route"])
    by = staff(request.user)
    asking.ask(referral_id=referral.pk, route=route, person=form.person, by=by)


def keep_answer(request: HttpRequest, referral: Referral, form: EnterForm) -> None:
    asking.enter_answer(
        referral_id=referral.pk,
        route=Route(form.cleaned_data["route"]),
        person=form.person,
        answer=form.given,
        words=form.said,
        said_on=form.cleaned_data["said_on"],
        by=staff(request.user),
    )


def shown(
    request: HttpRequest, template: str, referral: Referral, how: Standing, form: GovukForm
) -> HttpResponse:
    wording = wording_of(Route.PHONE)
    context = {"referral": referral, "agreement": how, "form": form, "wording": wording}
    return render(request, template, context)
