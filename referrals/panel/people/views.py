"""The page that says who works on a case, and the pages on which that is changed."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.finding import found_or_404, opened_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.casework.recusing import end_recusal as end
from referrals.casework.recusing import recuse as declare
from referrals.casework.who import not_recused, panel_people, recused_from, who_see
from referrals.models import AccessChange, Referral
from referrals.models.status import WrongState
from referrals.panel.people import leading, restricting
from referrals.panel.people.forms import HandOverForm, ReasonForm, RestrictForm
from tscb.board.roles import signed_in
from tscb.common.forms import GovukForm
from tscb.common.web import answers_get_and_post

PAGE = "referrals/panel/people.html"


@require_safe
@may(Act.READ)
def people(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = opened_or_404(request, referral_id, about="people")
    context = {
        "who_see": who_see(referral).prefetch_related("groups"),
        "recused": recused_from(referral),
        "changes": AccessChange.objects.filter(referral=referral).select_related("changed_by"),
        "shows_reasons": can_act(Act.RESTRICT, by=request.user),
        "can": {act.value: can_act(act, by=request.user, referral=referral) for act in ASKED},
    }
    return case_page(request, PAGE, referral, **context)


ASKED = (Act.TAKE_ON, Act.HAND_OVER, Act.RESTRICT, Act.RECUSE, Act.END_RECUSAL)


@require_POST
@may(Act.TAKE_ON)
def lead(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Takes the case on, or gives it up."""
    found_or_404(request, referral_id)
    gives_up = "give_up" in request.POST
    act = leading.give_up if gives_up else leading.take_on
    try:
        act(referral_id=referral_id, by=signed_in(request))
    except WrongState as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request, "Nobody leads this case now." if gives_up else "You lead this case now."
        )
    return redirect("panel:people", referral_id)


@answers_get_and_post
@may(Act.HAND_OVER)
def hand_over(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = found_or_404(request, referral_id)
    form = HandOverForm(typed(request), people=who_see(referral))

    def act() -> None:
        to = form.cleaned_data["to"]
        leading.hand_over(referral_id=referral_id, to=to, by=signed_in(request))

    told = "The lead is handed over."
    return answered(
        request, referral, form, act, told, heading="Hand the lead over", button="Hand over"
    )


@answers_get_and_post
@may(Act.RESTRICT)
def restrict(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = found_or_404(request, referral_id)
    people = not_recused(panel_people(), referral)
    chosen = referral.case.readers.all() if referral.case.is_restricted else [request.user]
    form = RestrictForm(typed(request), people=people, initial={"readers": list(chosen)})

    def act() -> None:
        restricting.restrict(referral_id=referral_id, by=signed_in(request), **form.cleaned_data)

    told = "From now on only the people you chose can see this case."
    return answered(
        request,
        referral,
        form,
        act,
        told,
        heading="Restrict who may see this case",
        button="Restrict",
    )


@answers_get_and_post
@may(Act.RESTRICT)
def unrestrict(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = found_or_404(request, referral_id)
    form = ReasonForm(typed(request))

    def act() -> None:
        reason = form.cleaned_data["reason"]
        restricting.open_to_panel(referral_id=referral_id, reason=reason, by=signed_in(request))

    told = "The whole panel can see this case now, but whoever has a conflict of interest."
    return answered(
        request,
        referral,
        form,
        act,
        told,
        heading="Open this case to the whole panel",
        button="Open",
    )


@answers_get_and_post
@may(Act.RECUSE)
def recuse(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = found_or_404(request, referral_id)
    form = ReasonForm(typed(request))
    if form.is_valid() and done(form, lambda: declared(request, referral_id, form)):
        messages.success(request, f"You no longer see anything of the case {referral.reference}.")
        return redirect("panel:received")
    return case_page(request, "referrals/panel/people_recuse.html", referral, form=form)


def declared(request: HttpRequest, referral_id: UUID, form: ReasonForm) -> None:
    reason = form.cleaned_data["reason"]
    person = signed_in(request)
    declare(referral_id=referral_id, person=person, reason=reason, by=person)


@require_POST
@may(Act.END_RECUSAL)
def end_recusal(request: HttpRequest, referral_id: UUID, recusal_id: int) -> HttpResponse:
    found_or_404(request, referral_id)
    try:
        ended = end(referral_id=referral_id, recusal_id=recusal_id, by=signed_in(request))
    except WrongState as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"{ended.person} has no conflict of interest any more.")
    return redirect("panel:people", referral_id)


def answered(
    request: HttpRequest,
    referral: Referral,
    form: GovukForm,
    act: Callable[[], None],
    told: str,
    **words: str,
) -> HttpResponse:
    if form.is_valid() and done(form, act):
        messages.success(request, told)
        return redirect("panel:people", referral.pk)
    return case_page(request, "referrals/panel/people_form.html", referral, form=form, **words)
