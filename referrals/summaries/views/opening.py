"""The link and the code. Nothing of the case stands here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.models import SummaryLink
from referrals.models.status import WrongState
from referrals.summaries import answering
from referrals.summaries.access import (
    LEADS_ON,
    has_proved,
    over,
    path_of,
    state_of,
    state_page,
    with_link,
)
from tscb.common.mailed_link import cookie
from tscb.common.mailed_link.forms import CodeForm
from tscb.common.mailed_link.limits import refuse_code, refuse_try

SCOPE = "summary"


@with_link
def link(request: HttpRequest, link: SummaryLink, token: str) -> HttpResponse:
    """Looking changes nothing: programs that check mail open links, too."""
    if request.method == "POST" and state_of(link) in LEADS_ON:
        return send(request, link, token)
    return state_page(request, link, token)


def send(request: HttpRequest, link: SummaryLink, token: str) -> HttpResponse:
    """A code for a link that works, a new link for one that has expired."""
    refused = refuse_code(request, link, SCOPE)
    if refused:
        return refused
    try:
        if link.is_expired:
            answering.renew(link=link)
            return render(request, "referrals/mailed_link/renewed.html")
        answering.send_code(link=link)
    except WrongState:  # taken back or handed on just now: the link's page says so
        return redirect("summary:link", token)
    return redirect("summary:code", token)


@with_link
def code(request: HttpRequest, link: SummaryLink, token: str) -> HttpResponse:
    if state_of(link) not in LEADS_ON or link.is_expired:
        return over(request, link, token)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        refused = refuse_try(request, SCOPE)
        if refused:
            return refused
        opened = form.is_valid() and try_code(link, form)
        if opened:
            return cookie.give(redirect("summary:tasks", token), opened, path_of(token))
    elif has_proved(request, link):
        return redirect("summary:tasks", token)
    context = {"form": form, "link_page": path_of(token)}
    return render(request, "referrals/mailed_link/code.html", context)


def try_code(link: SummaryLink, form: CodeForm) -> str:
    """The token of a session, or nothing and a sentence in the form."""
    opened, sentence = answering.prove(link=link, code=form.cleaned_data["code"])
    if sentence:
        form.add_error("code", sentence)
    return opened
