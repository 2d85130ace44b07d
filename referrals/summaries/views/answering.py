"""What is asked and how far the answer is; sending it, knowing nothing, handing it on, adding."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from referrals.description.places import Place
from referrals.description.summaries import gaps_of, summary_passages
from referrals.description.summary_pages import CHECK, SECTIONS
from referrals.filling.forms import form_for
from referrals.models import Summary, SummaryLink
from referrals.models.status import WrongState
from referrals.summaries import answering
from referrals.summaries.access import over, while_waited_for, with_proof
from referrals.summaries.forms import AdditionForm, HandOnForm
from referrals.summaries.journey import Way
from tscb.common.throttling import refusal

HOUR, DAY = 3600, 86400
ADDITIONS_AN_HOUR = 20
HAND_ONS_A_DAY = 5  # nobody fills mailboxes with them


@with_proof
def tasks(request: HttpRequest, link: SummaryLink, token: str) -> HttpResponse:
    """What is asked names people: to open it is to read, and recorded as such."""
    summary = link.summary
    if not summary.is_waited_for:
        return redirect("summary:link", token)
    answering.open_request(link=link)
    groups = Way(token).tasks(summary)
    context = {"summary": summary, "groups": groups, "token": token}
    context["is_ready"] = not gaps_of(summary)
    return render(request, "referrals/summaries/tasks.html", context)


@while_waited_for
def check(request: HttpRequest, summary: Summary, token: str) -> HttpResponse:
    way, missing = Way(token), gaps_of(summary)
    posted = request.POST if request.method == "POST" and not missing else None
    form = form_for(Place(CHECK), summary, posted, SECTIONS)
    if form.is_valid():
        return send(summary, token)
    context = {
        "form": form,
        "gaps": [(gap.sentence, way.to_gap(gap)) for gap in missing],
        "passages": summary_passages(summary, way.to_change),
        "back": way.to("tasks"),
    }
    return render(request, "referrals/summaries/check.html", context)


def send(summary: Summary, token: str) -> HttpResponse:
    try:
        answering.send(summary_id=summary.pk)
    except answering.NotComplete:  # another tab took something away: the check page says what
        return redirect("summary:check", token)
    return redirect("summary:link", token)


@while_waited_for
def nil(request: HttpRequest, summary: Summary, token: str) -> HttpResponse:
    """One press is enough; the page asks only where something was written already."""
    if request.method == "POST":
        answering.say_nothing_is_known(summary_id=summary.pk)
        return redirect("summary:link", token)
    context = {"summary": summary, "token": token, "back": Way(token).to("tasks")}
    return render(request, "referrals/summaries/nil.html", context)


@while_waited_for
def later(request: HttpRequest, summary: Summary, token: str) -> HttpResponse:
    """Everything is saved when this page is reached; the link in the mail is the way back."""
    context = {"summary": summary, "back": Way(token).to("tasks")}
    return render(request, "referrals/summaries/later.html", context)


@while_waited_for
def hand_on(request: HttpRequest, summary: Summary, token: str) -> HttpResponse:
    form = HandOnForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        refused = refusal(request, "summary-hand-on", str(summary.pk), HAND_ONS_A_DAY, DAY)
        if refused:
            return refused
        try:
            answering.hand_on(summary_id=summary.pk, email=form.cleaned_data["email"])
            return redirect("summary:link", token)
        except answering.NotYours as why:
            form.add_error("email", str(why))
    context = {"form": form, "back": Way(token).to("tasks")}
    return render(request, "referrals/summaries/hand_on.html", context)


@with_proof
def add(request: HttpRequest, link: SummaryLink, token: str) -> HttpResponse:
    """Something found after the answer was sent."""
    summary = link.summary
    posted = request.POST if request.method == "POST" else None
    form = AdditionForm(posted, initial={"press": uuid4()})
    if not form.is_valid():
        context = {"form": form, "back": Way(token).to("link")}
        return render(request, "referrals/summaries/add.html", context)
    refused = refusal(request, "summary-add", str(summary.pk), ADDITIONS_AN_HOUR, HOUR)
    if refused:
        return refused
    try:
        answering.add(summary_id=summary.pk, **form.cleaned_data)
    except WrongState:  # decided just now, or not answered yet
        return over(request, link, token)
    return redirect(reverse("summary:link", args=[token]) + "?added")
