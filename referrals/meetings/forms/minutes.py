"""What was said of an item, what came of it, and which meeting confirms the minutes."""

from collections.abc import Iterable
from typing import Any

from django import forms

from referrals.meetings.minuting import Task
from tscb.board.models import User
from tscb.common.forms import DateField, GovukForm, LongTextField

LONGEST = 20_000


class MinuteForm(GovukForm):
    text = LongTextField(
        label="What was said and agreed",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": "Enter the minutes of this item"},
    )


class CorrectionForm(GovukForm):
    text = LongTextField(
        label="Correction",
        max_length=LONGEST,
        help_text="What was wrong, and what is right. It stands beneath the minutes with its date.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter the correction"},
    )


class TaskForm(GovukForm):
    text = LongTextField(
        label="What is to be done",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter what is to be done"},
    )
    owner = forms.ChoiceField(
        label="By whom", error_messages={"required": "Choose who is to do it"}
    )
    due_on = DateField(label="Until when", subject="The day by which it is to be done")

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        named = [(pk, str(person)) for pk, person in self.people.items()]
        self.fields["owner"].choices = [("", "Choose a person"), *named]  # type: ignore[attr-defined]  # of a choice

    @property
    def task(self) -> Task:
        given = self.cleaned_data
        return Task(given["text"], self.people[given["owner"]], given["due_on"])
