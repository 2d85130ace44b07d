"""The form of an event: what a restricted one says is looked at before it is kept."""

from typing import Any

from django import forms

from tscb.events.discreet import NEUTRAL
from tscb.events.publishing import telling_words


class EventForm(forms.ModelForm):
    """The admin says of which model, and which fields."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        opens, closes = cleaned.get("booking_opens_at"), cleaned.get("booking_closes_at")
        if opens and closes and closes <= opens:
            self.add_error("booking_closes_at", "Booking has to close after it opens.")
        if cleaned.get("online_link") and not cleaned.get("is_online"):
            self.add_error("is_online", "Tick this for an event with a link, or take the link out.")
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc] # Django has it; its types do not
        event: Any = self.instance
        if event.is_restricted and event.slug and (what := telling_words(event)):
            self.add_error("title", NEUTRAL.format(what=what))
