"""The forms of an edition: a new one with what came out, its words, and its sections."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet, ModelForm
from django.utils import timezone
from django.utils.formats import date_format

from tscb.bulletin.editions import links, words
from tscb.bulletin.editions.composing import offered
from tscb.bulletin.editions.news import News
from tscb.bulletin.models import About, Edition
from tscb.common.publishing.forms import CarefulForm

ITS_OWN = "This section links to what it is about already: leave this empty."


class TickedNews(forms.MultipleChoiceField):
    """What came out, ticked unless an earlier edition told of it."""

    def __init__(self) -> None:
        super().__init__(
            required=False,
            label="What came out since the last edition",
            widget=forms.CheckboxSelectMultiple,
        )

    def offer(self, found: list[News]) -> None:
        self.choices = [(one.key, _said(one)) for one in found]
        self.initial = [one.key for one in found if one.is_new]
        if not found:
            self.help_text = "Nothing came out. You can write sections of your own."


class OfferedAt(forms.DateTimeField):
    """When the page was drawn: what came out since was not offered on it, and is another time."""

    def __init__(self) -> None:
        super().__init__(required=False, label="", widget=forms.HiddenInput, initial=_now)

    def clean(self, value: Any) -> datetime:
        now = timezone.now()
        return min(super().clean(value) or now, now)


def _now() -> str:
    """With its offset: an hour that comes twice in autumn can be told from the other."""
    return timezone.now().isoformat()


def _said(one: News) -> str:
    again = "" if one.is_new else " (an earlier edition told of it)"
    return f"{one.about.label}: {one.heading}{again}"


class NewsForm(forms.Form):
    """Looking again for what is new."""

    taken = TickedNews()
    offered_at = OfferedAt()

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = offered(edition)
        self.fields["taken"].offer(self.found)  # type: ignore[attr-defined] # a TickedNews


class EditionForm(CarefulForm):
    """The admin says of which model, and which fields."""

    def clean_month(self) -> date:
        month: date = self.cleaned_data["month"]
        return month.replace(day=1)

    def clean_introduction(self) -> str:
        return checked(self.cleaned_data["introduction"])


class NewEditionForm(EditionForm):
    taken = TickedNews()
    offered_at = OfferedAt()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taken"].offer(offered())  # type: ignore[attr-defined] # a TickedNews


def checked(text: str) -> str:
    """Raises ValidationError for links that lead nowhere."""
    if found := links.problems_in(text):
        raise ValidationError(found)
    return text


class SectionForm(ModelForm):
    def clean_text(self) -> str:
        return checked(self.cleaned_data["text"])

    def clean_link(self) -> str:
        link: str = self.cleaned_data["link"].strip()
        if link and self.instance.about != About.WORDS:
            raise ValidationError(ITS_OWN)
        if link and (said := links.problem(link)):
            raise ValidationError(f"The link {said}")
        return link


class SectionFormSet(BaseInlineFormSet):
    """What has gone out is read by everybody at once: its words are looked at when it is saved."""

    def clean(self) -> None:
        super().clean()
        if not self.instance.is_published or any(self.errors):
            return
        sections = [one.instance for one in self.forms if one not in self.deleted_forms]
        if found := words.problems(self.instance, sections):
            raise ValidationError(found)


def first_words(number: int, month: date) -> dict[str, Any]:
    """What a new edition begins with; staff write the title anew where they know a better one."""
    return {
        "number": number,
        "month": month,
        "title": f"What is new in {date_format(month, 'F Y')}",
    }
