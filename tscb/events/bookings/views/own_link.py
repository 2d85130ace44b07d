"""Asking for a new link to one's own bookings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tscb.common.forms import WorkEmailForm
from tscb.common.throttling import address_of, refusal
from tscb.common.web import answers_get_and_post, open_to_all, public
from tscb.events.bookings.limits import FROM_ONE_ADDRESS, HOUR, may_write_to
from tscb.events.bookings.mails import send_own_link
from tscb.events.models import Participant


@open_to_all
@answers_get_and_post
def ask(request: HttpRequest) -> HttpResponse:
    """Answers the same whether the mailbox is known or not."""
    form = WorkEmailForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        refused = refusal(request, "event-own-link", address_of(request), FROM_ONE_ADDRESS, HOUR)
        if refused:
            return refused
        write_to(form.cleaned_data["email"])
        return redirect("events:link_sent")
    return render(request, "events/mine/ask.html", {"form": form})


def write_to(email: str) -> None:
    participant = Participant.objects.of(email).first()
    if participant and may_write_to(email):
        send_own_link(participant)


@public
def sent(request: HttpRequest) -> HttpResponse:
    return render(request, "events/mine/sent.html")
