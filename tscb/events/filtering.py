"""What a visitor may ask of the calendar: a kind, a theme, and what is over."""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef

from reviews.models import Theme
from reviews.search.select import PlainSelect
from tscb.events.models import EventKind, LearningEvent
from tscb.events.models.event import LearningEventQuerySet

PAST = "past"


class EventFilter(forms.Form):
    """What is unknown is told, and left out of the question."""

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields["kind"] = _choice("Kind", "All kinds", kinds())
        self.fields["theme"] = _choice("Theme", "All themes", themes())
        self.fields["when"] = _choice("When", "To come", [(PAST, "Past")])
        self.is_valid()

    @property
    def narrows(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("kind", "theme"))

    @property
    def is_past(self) -> bool:
        return self.cleaned_data.get("when") == PAST

    @property
    def sentences(self) -> list[str]:
        """What was wrong with the question, for the visitor."""
        return [str(sentence) for errors in self.errors.values() for sentence in errors]

    @property
    def rows(self) -> LearningEventQuerySet:
        """The next one first; of what is over, the last one first."""
        found = LearningEvent.objects.published()
        if kind := self.cleaned_data.get("kind"):
            found = found.filter(kind__slug=kind)
        if theme := self.cleaned_data.get("theme"):
            found = found.filter(themes__slug=theme)
        past = self.is_past
        return found.past().newest_first() if past else found.coming().soonest_first()


def _choice(label: str, every: str, known: list[tuple[str, str]]) -> forms.ChoiceField:
    select = PlainSelect({"class": "govuk-select"})
    field = forms.ChoiceField(
        required=False, label=label, widget=select, choices=[("", every), *known]
    )
    field.error_messages["invalid_choice"] = f"“%(value)s” is no {label.lower()} we have."
    return field


def kinds() -> list[tuple[str, str]]:
    public = LearningEvent.objects.published().filter(kind=OuterRef("pk"))
    return list(EventKind.objects.filter(Exists(public)).values_list("slug", "name"))


def themes() -> list[tuple[str, str]]:
    public = LearningEvent.objects.published().filter(themes=OuterRef("pk"))
    return list(Theme.objects.filter(Exists(public)).values_list("slug", "name"))
