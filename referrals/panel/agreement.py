"""What the coordinator does for an agreement: asks again, and enters what came by phone or post."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.agreement import asking
from referrals.agreement.forms import EnterForm, RequestForm
from referrals.agreement.standing import Standing, standing
from referrals.agreement.wording import wording_of
from referrals.models import Referral, Route, staff
from referrals.models.status import WrongState
from referrals.panel.actions import open_referral
from referrals.panel.permissions import for_coordinators
from tscb.common.forms import GovukForm
from tscb.common.web import answers_get_and_post


@answers_get_and_post
@for_coordinators
def ask(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral, how = opened(request, referral_id)
    form = RequestForm(typed(request), initial=asked_before(how, "name", "role", "email"))
    if form.is_valid() and do(form, lambda: send_request(request, referral, form)):
        messages.success(request, "The request is on its way by email.")
        return redirect("panel:referral", referral.pk)
    return shown(request, "referrals/panel/agreement_ask.html", referral, how, form)


@answers_get_and_post
@for_coordinators
def enter(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral, how = opened(request, referral_id)
    form = EnterForm(typed(request), initial=asked_before(how, "name", "role"))
    if form.is_valid() and do(form, lambda: keep_answer(request, referral, form)):
        messages.success(request, "The answer is recorded.")
        return redirect("panel:referral", referral.pk)
    return shown(request, "referrals/panel/agreement_enter.html", referral, how, form)


def typed(request: HttpRequest) -> object:
    return request.POST if request.method == "POST" else None


def opened(request: HttpRequest, referral_id: UUID) -> tuple[Referral, Standing]:
    """These pages name people: to open one is to read the referral, and recorded as such."""
    referral = open_referral(referral_id=referral_id, by=request.user)
    if referral is None:
        raise Http404
    return referral, standing(referral)


def asked_before(how: Standing, *parts: str) -> dict[str, str]:
    """To fill in: whom the newest request names."""
    if how.newest is None:
        return {}
    return {f"person_{part}": how.newest.person.get(part, "") for part in parts}


def do(form: GovukForm, act: Callable[[], object]) -> bool:
    """Whether it was done; a refusal becomes a sentence in the form."""
    try:
        act()
    except WrongState as refused:
        form.add_error(None, str(refused))
        return False
    return True


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
