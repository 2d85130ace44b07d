"""What is asked of somebody who books: name, work e-mail address, agency, and nothing else but what
they want to tell.
"""

from typing import Any
from uuid import uuid4

from django import forms

from tscb.board.agency_form import OTHER, AgencyForm
from tscb.common.forms import LongTextField, WorkEmailForm
from tscb.events.bookings.asking import Asked
from tscb.events.models import Booking, LearningEvent
from tscb.events.models.booking import LONGEST_NAME

FIELDS = ("name", "other_agency", "access_needs")


class DetailsForm(AgencyForm):
    """Of a booking whose mailbox is known."""

    name = forms.CharField(
        label="Your name",
        help_text="As it should stand on a certificate.",
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": "Enter your name"},
    )
    access_needs = LongTextField(
        label="Anything you need to take part",
        help_text="For example a ramp, a hearing loop, or what you do not eat. Only if you want "
        "to tell us; it is deleted when the event has ended.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    field_order = ["name", "agency", "other_agency", "access_needs"]

    def __init__(self, event: LearningEvent, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not event.asks_access_needs:
            del self.fields["access_needs"]

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_access_needs(self) -> str | None:
        return self.cleaned_data["access_needs"].strip() or None

    @property
    def details(self) -> dict[str, Any]:
        """The fields of a booking."""
        told = {name: self.cleaned_data[name] for name in FIELDS if name in self.cleaned_data}
        return {**told, "agency": self.chosen_agency()}


class BookingForm(WorkEmailForm, DetailsForm):
    email_help = "We send a link to it, with which you confirm, change or cancel."

    pressed = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    field_order = ["name", "email", "agency", "other_agency", "access_needs", "pressed"]

    @property
    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(given["email"].lower(), self.details, given["pressed"])


def known_details(booking: Booking) -> dict[str, Any]:
    """For the form that changes them."""
    agency = booking.agency.slug if booking.agency else OTHER
    return {**{name: getattr(booking, name) for name in FIELDS}, "agency": agency}
