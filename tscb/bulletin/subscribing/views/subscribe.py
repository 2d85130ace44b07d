"""Asking for letters, and for the link to one's own choices: everybody is answered the same."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tscb.bulletin.subscribing import asking
from tscb.bulletin.subscribing.forms import SubscribeForm, preset
from tscb.bulletin.subscribing.limits import FROM_ONE_ADDRESS, HOUR, may_write_to
from tscb.common import honeypot
from tscb.common.forms import WorkEmailForm
from tscb.common.throttling import address_of, refusal
from tscb.common.web import answers_get_and_post, open_to_all, public


@open_to_all
@answers_get_and_post
def subscribe(request: HttpRequest) -> HttpResponse:
    typed = request.POST if request.method == "POST" else None
    form = SubscribeForm(typed, initial=preset(request.GET))
    caught = honeypot.is_filled(request)
    if not caught and form.is_valid():
        return keep(request, form)
    return render(request, "bulletin/subscribe.html", {"form": form, "caught": caught})


def keep(request: HttpRequest, form: SubscribeForm) -> HttpResponse:
    scope, address = "bulletin-subscribing", address_of(request)
    if refused := refusal(request, scope, address, FROM_ONE_ADDRESS, HOUR):
        return refused
    email = form.cleaned_data["email"].lower()
    if may_write_to(email):
        asking.ask(email=email, choices=form.choices)
    return redirect("bulletin:asked")


@public
def asked(request: HttpRequest) -> HttpResponse:
    return render(request, "bulletin/asked.html")


@open_to_all
@answers_get_and_post
def own_link(request: HttpRequest) -> HttpResponse:
    form = WorkEmailForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        scope, address = "bulletin-own-link", address_of(request)
        if refused := refusal(request, scope, address, FROM_ONE_ADDRESS, HOUR):
            return refused
        email = form.cleaned_data["email"]
        if may_write_to(email):
            asking.ask_for_link(email=email)
        return redirect("bulletin:link_sent")
    return render(request, "bulletin/mine/ask.html", {"form": form})


@public
def link_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "bulletin/mine/sent.html")
