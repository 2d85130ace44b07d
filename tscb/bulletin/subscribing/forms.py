"""What is asked of somebody who wants letters: where to, what, how often; and, if they like, the
agency. No name.
"""

from typing import Any

from django import forms
from django.http import QueryDict

from briefings.evidence.forms import OTHER
from reviews.models import Theme
from tscb.board.models import Agency
from tscb.bulletin.models import Rhythm, Subscriber
from tscb.bulletin.subscribing.choosing import Choices
from tscb.common.forms import Checkboxes, GovukForm, Radios
from tscb.events.bookings.forms import OwnLinkForm

YES, NO, EVERY = "yes", "no", "every"


def agencies() -> list[tuple[str, str]]:
    known = Agency.objects.filter(active=True).values_list("slug", "name")
    return [*known, (OTHER, "Another agency, or you would rather not say")]


def themes() -> list[tuple[str, str]]:
    published = Theme.objects.published().values_list("slug", "name")
    return [(EVERY, "Every theme"), *published]


class ChoicesForm(GovukForm):
    """Of a mailbox that is known."""

    wants_bulletin = forms.ChoiceField(
        label="Do you want to get the e-bulletin?",
        help_text="What is new to learn from, put together by the board.",
        choices=[(YES, "Yes"), (NO, "No")],
        widget=Radios,
        error_messages={"required": "Choose whether you want to get the e-bulletin"},
    )
    alerts = forms.ChoiceField(
        label="Do you want to be told when there is something new on a theme?",
        choices=Rhythm,
        widget=Radios,
        error_messages={"required": "Choose how often you want to be told"},
    )
    themes = forms.MultipleChoiceField(
        label="Which themes do you want to be told of?",
        choices=themes,
        required=False,
        widget=Checkboxes(alone=[EVERY]),
        error_messages={"invalid_choice": "Choose themes from the list as it is now"},
    )
    agency = forms.ChoiceField(
        label="Your agency",
        help_text="So that the board can see, in numbers alone, whom it reaches.",
        choices=agencies,
        required=False,
        widget=Radios,
        error_messages={"invalid_choice": "Choose your agency from the list as it is now"},
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        alerts = given.get("alerts")
        if alerts == Rhythm.NEVER and given.get("wants_bulletin") == NO:
            self.add_error("alerts", "Choose the e-bulletin, alerts, or both")
        if alerts and alerts != Rhythm.NEVER and given.get("themes") == []:
            self.add_error("themes", "Choose every theme, or those you want to be told of")
        return given

    @property
    def choices(self) -> Choices:
        given = self.cleaned_data
        slugs = given["themes"] if given["alerts"] != Rhythm.NEVER else []
        chosen = () if EVERY in slugs else Theme.objects.published().filter(slug__in=slugs)
        return Choices(
            agency=Agency.objects.filter(slug=given["agency"]).first(),
            wants_bulletin=given["wants_bulletin"] == YES,
            alerts=given["alerts"],
            every_theme=EVERY in slugs,
            themes=tuple(chosen),
        )


class SubscribeForm(ChoicesForm, OwnLinkForm):
    field_order = ["email", "wants_bulletin", "alerts", "themes", "agency"]


def known_choices(subscriber: Subscriber) -> dict[str, Any]:
    """For the form that changes them."""
    chosen = [EVERY] if subscriber.every_theme else [one.slug for one in subscriber.themes.all()]
    return {
        "wants_bulletin": YES if subscriber.wants_bulletin else NO,
        "alerts": subscriber.alerts,
        "themes": chosen,
        "agency": subscriber.agency.slug if subscriber.agency else OTHER,
    }


def preset(query: QueryDict) -> dict[str, Any]:
    """A link on a theme's page names the theme, and is meant for alerts."""
    if theme := query.get("theme", ""):
        return {"wants_bulletin": NO, "alerts": Rhythm.WEEKLY, "themes": [theme]}
    return {"wants_bulletin": YES, "alerts": Rhythm.NEVER}
