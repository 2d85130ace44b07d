"""The manager's pages: the link, the code, the answer. Only the last shows anything of a case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.agreement import answering
from referrals.agreement.access import (
    LinkState,
    has_proved,
    over,
    path_of,
    state_of,
    state_page,
    unsaved,
    with_link,
    with_open_link,
)
from referrals.agreement.forms import AnswerForm
from referrals.description.for_the_manager import rows_for_the_manager
from referrals.models import Agreement, AgreementLink
from referrals.models.status import WrongState
from tscb.common.mailed_link import cookie
from tscb.common.mailed_link.forms import CodeForm
from tscb.common.mailed_link.limits import refuse_code, refuse_try

SCOPE = "agreement"


@with_link
def link(request: HttpRequest, link: AgreementLink, token: str) -> HttpResponse:
    """Looking changes nothing: programs that check mail open links, too."""
    state = state_of(link)
    if request.method == "POST" and state in (LinkState.OPEN, LinkState.EXPIRED):
        return send(request, link, token)
    return state_page(request, link, token)


def send(request: HttpRequest, link: AgreementLink, token: str) -> HttpResponse:
    """A code for a link that works, a new link for one that has expired."""
    refused = refuse_code(request, link, SCOPE)
    if refused:
        return refused
    try:
        if link.is_expired:
            answering.renew(link=link)
            return render(request, "referrals/mailed_link/renewed.html")
        answering.send_code(link=link)
    except WrongState:  # answered or replaced just now: the link's page says so
        return redirect("agreement:link", token)
    return redirect("agreement:code", token)


@with_open_link
def code(request: HttpRequest, link: AgreementLink, token: str) -> HttpResponse:
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        refused = refuse_try(request, SCOPE)
        if refused:
            return refused
        opened = form.is_valid() and try_code(link, form)
        if opened:
            return cookie.give(redirect("agreement:answer", token), opened, path_of(token))
    elif has_proved(request, link):
        return redirect("agreement:answer", token)
    context = {"form": form, "link_page": path_of(token)}
    return render(request, "referrals/mailed_link/code.html", context)


def try_code(link: AgreementLink, form: CodeForm) -> str:
    """The token of a session, or nothing and a sentence in the form."""
    opened, sentence = answering.prove(link=link, code=form.cleaned_data["code"])
    if sentence:
        form.add_error("code", sentence)
    return opened


@with_open_link
def answer(request: HttpRequest, link: AgreementLink, token: str) -> HttpResponse:
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if not has_proved(request, link):
        return too_late(request, link, token)
    if form.is_valid():
        return keep(request, link, form, token)
    referral = answering.open_referral(link=link)
    context = {
        "form": form,
        "agreement": link.agreement,
        "rows": rows_for_the_manager(referral.answers),
    }
    return render(request, "referrals/agreement/answer.html", context)


def keep(request: HttpRequest, link: AgreementLink, form: AnswerForm, token: str) -> HttpResponse:
    try:
        answering.answer(agreement_id=link.agreement_id, answer=form.given, words=form.said)
    except WrongState:  # a double click, or somebody else was asked just now
        link.agreement = Agreement.objects.select_related("referral").get(pk=link.agreement_id)
        return over(request, link, token)
    return redirect("agreement:link", token)


def too_late(request: HttpRequest, link: AgreementLink, token: str) -> HttpResponse:
    """Without a session there is nothing to see; what was typed is handed back to copy."""
    if request.method != "POST":
        return redirect("agreement:link", token)
    context = {"typed": unsaved(request, link), "token": token}
    return render(request, "referrals/agreement/too_late.html", context, status=403)
