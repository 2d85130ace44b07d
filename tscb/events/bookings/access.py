"""Whose bookings a mailed link opens. Looking changes nothing: programs that check mail open links,
too.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from tscb.common.web import NotHere, View, answers_get_and_post, open_to_all
from tscb.events.models import Booking, OwnLink, Participant

OwnView = Callable[[HttpRequest, Participant, str], HttpResponseBase]
BookingView = Callable[[HttpRequest, Booking, str], HttpResponseBase]


def with_participant(view: OwnView) -> View:
    """Calls the view with whose link it is, and with its token."""

    @open_to_all
    @answers_get_and_post
    @wraps(view)
    def found(request: HttpRequest, token: str) -> HttpResponseBase:
        participant = opened_by(token)
        return view(request, participant, token) if participant else unknown(request)

    return found


def with_booking(view: BookingView) -> View:
    """The same with one of this person's own bookings; anybody else's is not there."""

    @open_to_all
    @answers_get_and_post
    @wraps(view)
    def found(request: HttpRequest, token: str, booking_id: int) -> HttpResponseBase:
        participant = opened_by(token)
        if participant is None:
            return unknown(request)
        own = participant.bookings.select_related("event__kind", "agency", "participant")
        booking = own.filter(pk=booking_id).first()
        if booking is None:
            raise NotHere("This booking is not there any more.")
        return view(request, booking, token)

    return found


def opened_by(token: str) -> Participant | None:
    links = OwnLink.objects.opened_by(token).usable().select_related("participant")
    link = links.first()
    return link.participant if link else None


def unknown(request: HttpRequest) -> HttpResponse:
    return render(request, "events/mine/unknown.html", status=404)
