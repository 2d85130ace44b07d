"""The page behind the link that asks what changed, and the certificate of somebody who came."""

from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from tscb.common.uploads.serving import file_response
from tscb.common.web import NotHere, answers_get_and_post, keep_private, open_to_all
from tscb.events.afterwards import asking
from tscb.events.afterwards.certificate import make
from tscb.events.afterwards.forms import FeedbackForm
from tscb.events.bookings.access import with_booking
from tscb.events.models import Booking, FeedbackLink


@open_to_all
@answers_get_and_post
def feedback(request: HttpRequest, token: str) -> HttpResponse:
    link = FeedbackLink.objects.opened_by(token).usable().select_related("event__kind").first()
    if link is None:
        return render(request, "events/afterwards/unknown.html", status=404)
    form = FeedbackForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        asking.keep(link=link, told=form.cleaned_data)
        return render(request, "events/afterwards/thanks.html")
    return render(request, "events/afterwards/feedback.html", {"form": form, "event": link.event})


@with_booking
def certificate(request: HttpRequest, booking: Booking, token: str) -> HttpResponseBase:
    if not booking.has_come:
        raise NotHere("There is a certificate once the board has noted who came.")
    response = file_response(
        ContentFile(make(booking)),
        name="certificate.pdf",
        content_type="application/pdf",
        inline=False,
        request=request,
        indexed=False,
    )
    keep_private(response)
    return response
