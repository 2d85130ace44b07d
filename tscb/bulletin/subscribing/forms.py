"""What is asked of somebody who wants letters: where to, what, how often; and, if they like, the
agency. No name.
"""

from typing import Any

from django import forms
from django.http import QueryDict

from reviews.models import Theme
from tscb.board.models import Agency
from tscb.bulletin.models import Rhythm, Subscriber
from tscb.bulletin.subscribing.choosing import Choices
from tscb.common.forms import Checkboxes, GovukForm, Radios, WorkEmailForm, when

YES, NO = "yes", "no"
EVERY, CHOSEN = "every", "chosen"


def agencies() -> list[tuple[str, str]]:
    known = Agency.objects.filter(active=True).values_list("slug", "name")
    return [("", "Another, or rather not say"), *known]


def themes() -> list[tuple[str, str]]:
    return list(Theme.objects.published().values_list("slug", "name"))


class ChoicesForm(GovukForm):
    """Of a mailbox that is known."""

    wants_bulletin = forms.ChoiceField(
        label="Do you want to get the e-bulletin?",
        help_text="What is new to learn from, put together by the board.",
        choices=[(YES, "Yes"), (NO, "No")],
        widget=Radios(inline=True),
        error_messages={"required": "Choose whether you want to get the e-bulletin"},
    )
    alerts = forms.ChoiceField(
        label="Do you want to be told when there is something new on a theme?",
        choices=Rhythm,
        widget=Radios,
        error_messages={"required": "Choose how often you want to be told"},
    )
    about = forms.ChoiceField(
        label="Which themes do you want to be told of?",
        choices=[(EVERY, "Every theme"), (CHOSEN, "Themes that I choose")],
        initial=EVERY,
        widget=Radios,
        error_messages={"required": "Choose every theme, or the themes that you want"},
    )
    themes = forms.MultipleChoiceField(
        label="Themes",
        choices=themes,
        widget=Checkboxes,
        error_messages={
            "required": "Choose the themes that you want to be told of",
            "invalid_choice": "Choose themes from the list as it is now",
        },
    )
    agency = forms.ChoiceField(
        label="Your agency",
        help_text="So that the board can see, in numbers alone, whom it reaches.",
        choices=agencies,
        required=False,
        error_messages={"invalid_choice": "Choose your agency from the list as it is now"},
    )

    conditions = [when("about", CHOSEN).require("themes")]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("alerts") == Rhythm.NEVER and given.get("wants_bulletin") == NO:
            self.add_error("alerts", "Choose the e-bulletin, alerts, or both")
        return given

    @property
    def choices(self) -> Choices:
        given = self.cleaned_data
        alerted = given["alerts"] != Rhythm.NEVER
        slugs = given["themes"] if alerted else []
        return Choices(
            agency=Agency.objects.filter(slug=given["agency"]).first(),
            wants_bulletin=given["wants_bulletin"] == YES,
            alerts=given["alerts"],
            every_theme=alerted and given["about"] == EVERY,
            themes=tuple(Theme.objects.published().filter(slug__in=slugs)),
        )


class SubscribeForm(ChoicesForm, WorkEmailForm):
    field_order = ["email", "wants_bulletin", "alerts", "about", "themes", "agency"]


def known_choices(subscriber: Subscriber) -> dict[str, Any]:
    """For the form that changes them."""
    chosen = [one.slug for one in subscriber.themes.all()]
    return {
        "wants_bulletin": YES if subscriber.wants_bulletin else NO,
        "alerts": subscriber.alerts,
        "about": CHOSEN if subscriber.has_own_themes else EVERY,
        "themes": chosen,
        "agency": subscriber.agency.slug if subscriber.agency else "",
    }


def preset(query: QueryDict) -> dict[str, Any]:
    """A link on a theme's page names the theme, and is meant for alerts."""
    if theme := query.get("theme", ""):
        chosen = {"about": CHOSEN, "themes": [theme]}
        return {"wants_bulletin": NO, "alerts": Rhythm.WEEKLY, **chosen}
    return {"wants_bulletin": YES, "alerts": Rhythm.NEVER}
