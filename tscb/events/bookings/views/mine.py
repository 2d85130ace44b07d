"""What the mailed link opens: somebody's own bookings, to confirm, change, cancel and delete."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tscb.events.bookings import asking, leaving
from tscb.events.bookings.access import with_booking, with_participant
from tscb.events.bookings.forms import DetailsForm, known_details
from tscb.events.calendar_entries import of_event
from tscb.events.models import Booking, Participant

CALENDAR = "text/calendar; charset=utf-8"


@with_participant
def mine(request: HttpRequest, participant: Participant, token: str) -> HttpResponse:
    own = participant.bookings.select_related("event__kind", "agency")
    bookings = list(own.prefetch_related("event__sessions").order_by("event__starts_at", "pk"))
    to_come = [booking for booking in bookings if not booking.event.is_past]
    past = [booking for booking in reversed(bookings) if booking.event.is_past]
    context = {"to_come": to_come, "past": past, "email": participant.email, "token": token}
    return render(request, "events/mine/bookings.html", context)


@with_booking
def confirm(request: HttpRequest, booking: Booking, token: str) -> HttpResponse:
    if request.method == "POST":
        try:
            asking.confirm(booking=booking)
        except ValidationError as refused:
            context = {"booking": booking, "token": token, "sentence": refused.messages[0]}
            return render(request, "events/mine/refused.html", context, status=409)
    return redirect("events:mine", token)


@with_booking
def change(request: HttpRequest, booking: Booking, token: str) -> HttpResponse:
    typed = request.POST if request.method == "POST" else None
    form = DetailsForm(booking.event, typed, initial=known_details(booking))
    if form.is_valid():
        leaving.change(booking=booking, details=form.details)
        return redirect("events:mine", token)
    context = {"booking": booking, "token": token, "form": form}
    return render(request, "events/mine/change.html", context)


@with_booking
def cancel(request: HttpRequest, booking: Booking, token: str) -> HttpResponse:
    if request.method == "POST":
        leaving.leave(booking=booking)
        return redirect("events:mine", token)
    return render(request, "events/mine/cancel.html", {"booking": booking, "token": token})


@with_participant
def delete(request: HttpRequest, participant: Participant, token: str) -> HttpResponse:
    if request.method == "POST":
        leaving.forget(participant=participant)
        return render(request, "events/mine/deleted.html")
    return render(request, "events/mine/delete.html", {"token": token})


@with_booking
def entry(request: HttpRequest, booking: Booking, token: str) -> HttpResponse:
    """For the person's own calendar: with the meeting's link, and without the secret of theirs."""
    event = booking.event
    where = event.where
    if booking.is_booked and event.online_link:
        where = f"{event.place}, {event.online_link}" if event.place else event.online_link
    written = of_event(event, path=reverse("events:own_link"), where=where)
    response = HttpResponse(written, content_type=CALENDAR)
    response.headers["Content-Disposition"] = 'attachment; filename="learning-event.ics"'
    return response
