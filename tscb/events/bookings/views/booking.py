"""Booking an event that everybody may come to. What is answered says nothing of who is booked."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tscb.common import honeypot
from tscb.common.throttling import address_of, refusal
from tscb.common.web import NotHere, answers_get_and_post, open_to_all, public
from tscb.events.bookings import asking, rules
from tscb.events.bookings.forms import BookingForm
from tscb.events.bookings.limits import FROM_ONE_ADDRESS, HOUR, TO_ONE_MAILBOX, may_write_to
from tscb.events.models import LearningEvent


@open_to_all
@answers_get_and_post
def book(request: HttpRequest, slug: str) -> HttpResponse:
    published = LearningEvent.objects.published().select_related("kind")
    event = get_object_or_404(published, slug=slug)
    try:
        rules.check_open(event)
        rules.check_place(event, not event.is_full)
    except ValidationError as closed:
        return drawn(request, event, closed=closed.messages[0])
    form = BookingForm(event, request.POST if request.method == "POST" else None)
    if honeypot.is_filled(request):
        return drawn(request, event, form, caught=True)
    if form.is_valid():
        return keep(request, event, form)
    return drawn(request, event, form)


def drawn(
    request: HttpRequest, event: LearningEvent, form: BookingForm | None = None, **more: Any
) -> HttpResponse:
    context = {"event": event, "form": form, "sessions": event.sessions.all(), **more}
    return render(request, "events/book.html", context)


def keep(request: HttpRequest, event: LearningEvent, form: BookingForm) -> HttpResponse:
    refused = refusal(request, "event-booking", address_of(request), FROM_ONE_ADDRESS, HOUR)
    if refused:
        return refused
    outcome = asking.Outcome.WAITING if event.is_full else asking.Outcome.HELD
    if may_write_to(form.asked.email):
        try:
            outcome = asking.ask(event=event, asked=form.asked)
        except ValidationError as refusing:  # the last place went in this very moment
            form.add_error(None, refusing)
            return drawn(request, event, form)
    return redirect("events:asked", event.slug, outcome)


@public
def asked(request: HttpRequest, slug: str, outcome: str) -> HttpResponse:
    """What comes next: the same for everybody who asked at this moment."""
    event = get_object_or_404(LearningEvent.objects.published(), slug=slug)
    if outcome not in asking.Outcome.values:
        raise NotHere("There is no such page.")
    context = {"event": event, "outcome": outcome, "most": TO_ONE_MAILBOX}
    return render(request, "events/asked.html", context)
