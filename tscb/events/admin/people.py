"""Who comes to an event, for staff: bookings, invitations, attendance, and what it changed."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from tscb.board.roles import signed_in
from tscb.common.publishing import history
from tscb.common.spreadsheet import Value, csv_response
from tscb.events.admin.people_forms import InviteForm, WalkInForm
from tscb.events.afterwards import attending
from tscb.events.afterwards.results import results_of
from tscb.events.bookings import leaving
from tscb.events.invitations import inviting
from tscb.events.keeping import counts_of
from tscb.events.models import LearningEvent

COLUMNS = ["agency", "booked", "came"]


class PeopleAdmin(admin.ModelAdmin):
    """A subclass has `allowed`, which gives the event to those who may change it."""

    allowed: Any

    def get_urls(self) -> list[Any]:
        view, name = self.admin_site.admin_view, "events_learningevent"
        acts = [
            path(
                f"<int:pk>/people/{act}/",
                view(require_POST(self.act_on_people)),
                {"act": act},
                name=f"{name}_{act}",
            )
            for act in ACTS
        ]
        return [
            path("<int:pk>/people/", view(self.people), name=f"{name}_people"),
            path("<int:pk>/attendance.csv", view(self.attendance), name=f"{name}_attendance"),
            *acts,
            *super().get_urls(),
        ]

    def people(self, request: HttpRequest, pk: int, **forms: Any) -> HttpResponse:
        event = self.allowed(request, pk)
        rows = event.bookings.select_related("participant", "agency").order_by("state", "asked_at")
        context = {
            **self.admin_site.each_context(request),
            "title": f"People: {event}",
            "opts": self.opts,
            "event": event,
            "bookings": rows,
            "invitations": event.invitations.select_related("participant"),
            "counts": counts_of(event),
            "results": results_of(event),
            "can_note": attending.can_note(event),
            "invite_form": InviteForm(),
            "walk_in_form": WalkInForm(),
            **forms,
        }
        return render(request, "admin/people_of_event.html", context)

    def act_on_people(self, request: HttpRequest, pk: int, act: str) -> HttpResponse:
        event = self.allowed(request, pk)
        try:
            said = ACTS[act](request, event)
        except NotFilledIn as wrong:
            messages.error(request, "Nothing was kept yet: see what is said below.")
            return self.people(request, pk, **{wrong.form.shown_as: wrong.form})
        except ValidationError as refused:
            for sentence in refused.messages:
                messages.error(request, sentence)
        else:
            messages.success(request, said)
        return HttpResponseRedirect(reverse("admin:events_learningevent_people", args=[pk]))

    def attendance(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        event = self.allowed(request, pk)
        rows: Iterator[list[Value]] = (
            [line.agency, line.booked, line.came] for line in counts_of(event)
        )
        return csv_response(f"attendance-{event.slug}.csv", COLUMNS, rows)


def note(request: HttpRequest, event: LearningEvent) -> str:
    listed, came = _numbers(request, "listed"), _numbers(request, "came")
    attending.note(event=event, listed=listed, came=came, by=signed_in(request))
    return "Noted who came."


def walk_in(request: HttpRequest, event: LearningEvent) -> str:
    form = WalkInForm(request.POST)
    _check(form)
    attending.add(
        event=event,
        email=form.cleaned_data["email"],
        details=form.details,
        by=signed_in(request),
    )
    return "Added to those who came."


def invite(request: HttpRequest, event: LearningEvent) -> str:
    form = InviteForm(request.POST)
    _check(form)
    emails = form.cleaned_data["emails"]
    inviting.invite(event=event, emails=emails, by=signed_in(request))
    return f"Invited: {len(emails)}."


def take_back(request: HttpRequest, event: LearningEvent) -> str:
    found = event.invitations.select_related("event")
    invitation = get_object_or_404(found, pk=_number(request))
    inviting.withdraw(invitation=invitation, by=signed_in(request))
    return "The invitation was taken back."


def remove(request: HttpRequest, event: LearningEvent) -> str:
    booking = get_object_or_404(event.bookings, pk=_number(request))
    leaving.leave(booking=booking)
    history.record(event, "A booking was cancelled by staff", by=signed_in(request))
    return "The booking was cancelled, and its owner told."


def _number(request: HttpRequest) -> int:
    return next(iter(_numbers(request, "pk")), 0)


def _numbers(request: HttpRequest, name: str) -> set[int]:
    return {int(typed) for typed in request.POST.getlist(name) if typed.isdecimal()}


class NotFilledIn(Exception):
    """What was typed is shown again with what is wrong; it is in no message, which a cookie keeps
    in the browser."""

    def __init__(self, form: Any) -> None:
        super().__init__(form.shown_as)
        self.form = form


def _check(form: Any) -> None:
    if not form.is_valid():
        raise NotFilledIn(form)


ACTS = {
    "note": note,
    "walk_in": walk_in,
    "invite": invite,
    "take_back": take_back,
    "remove": remove,
}
