"""What an invitation opens: the page of a restricted event, with its form."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tscb.common.throttling import address_of, refusal
from tscb.common.web import answers_get_and_post, open_to_all
from tscb.events.bookings import rules
from tscb.events.bookings.asking import booking_of
from tscb.events.bookings.forms import DetailsForm
from tscb.events.bookings.limits import FROM_ONE_ADDRESS, HOUR
from tscb.events.invitations import inviting
from tscb.events.models import EventState, Invitation, OwnLink
from tscb.events.reading import public_parts


@open_to_all
@answers_get_and_post
def invited(request: HttpRequest, token: str) -> HttpResponse:
    invitation = opened_by(token)
    if invitation is None:
        return render(request, "events/invitations/unknown.html", status=404)
    form = DetailsForm(invitation.event, request.POST if request.method == "POST" else None)
    if form.is_valid():
        refused = refusal(request, "event-booking", address_of(request), FROM_ONE_ADDRESS, HOUR)
        return refused or keep(request, invitation, form)
    return drawn(request, invitation, form)


def opened_by(token: str) -> Invitation | None:
    """An event that went back to being a draft is shown to nobody."""
    links = Invitation.objects.opened_by(token).usable().exclude(event__state=EventState.DRAFT)
    return links.select_related("event__kind", "participant").first()


def keep(request: HttpRequest, invitation: Invitation, form: DetailsForm) -> HttpResponse:
    try:
        inviting.book(invitation=invitation, details=form.details)
    except ValidationError as refusing:
        form.add_error(None, refusing)
        return drawn(request, invitation, form)
    token = OwnLink.objects.make(participant=invitation.participant)
    return redirect("events:mine", token)


def drawn(request: HttpRequest, invitation: Invitation, form: DetailsForm) -> HttpResponse:
    event = invitation.event
    context = {
        "event": event,
        "form": form,
        "closed": closed(invitation),
        "booking": booking_of(event, invitation.participant.email),
        **public_parts(event),
    }
    return render(request, "events/invitations/invited.html", context)


def closed(invitation: Invitation) -> str:
    """Why nobody can book now; nothing while somebody can."""
    event = invitation.event
    try:
        rules.check_open(event)
        rules.check_place(event, not event.is_full)
    except ValidationError as refused:
        return refused.messages[0]
    return ""
