"""Whether somebody will come, whether they came, and a conflict of interest."""

from collections.abc import Iterable
from typing import Any

from django import forms

from referrals.meetings.holding import Came
from referrals.models import Answer, Attendance, Presence
from tscb.board.models import User
from tscb.common.forms import GovukForm, LongTextField, Radios, when

DEPUTY_MISSING = "Enter who comes for you"


class AnswerForm(GovukForm):
    answer = forms.ChoiceField(
        label="Will you come?",
        choices=[
            (Answer.COMING.value, "I will come"),
            (Answer.DEPUTY.value, "My deputy comes for me"),
            (Answer.APOLOGIES.value, "Apologies: nobody comes for my agency"),
        ],
        widget=Radios,
        error_messages={"required": "Say whether you will come"},
    )
    deputy = forms.CharField(
        label="Name and job of your deputy",
        max_length=200,
        help_text="Your deputy reads the papers only if they have an account of their own.",
        error_messages={"required": DEPUTY_MISSING},
    )
    conditions = (when("answer", Answer.DEPUTY.value).require("deputy"),)


class ConflictForm(GovukForm):
    reason = LongTextField(
        label="What is the conflict of interest?",
        max_length=2_000,
        help_text="For example, you worked with the family, or managed somebody who did.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what the conflict of interest is"},
    )


class DeclaredForm(ConflictForm):
    """The same, said by somebody at the meeting and written down by a coordinator."""

    who = forms.ChoiceField(
        label="Who declared it?", error_messages={"required": "Choose who declared it"}
    )
    field_order = ("who", "reason")

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        named = [(pk, str(person)) for pk, person in self.people.items()]
        self.fields["who"].choices = [("", "Choose a person"), *named]  # type: ignore[attr-defined]  # of a choice

    @property
    def person(self) -> User:
        return self.people[self.cleaned_data["who"]]


class HeldForm(GovukForm):
    """One question for each who was invited."""

    def __init__(self, *args: Any, rows: Iterable[Attendance], **kwargs: Any) -> None:
        self.rows = list(rows)
        super().__init__(*args, **kwargs)
        for row in self.rows:
            self._ask_about(row)

    def _ask_about(self, row: Attendance) -> None:
        self.fields[f"came_{row.pk}"] = forms.ChoiceField(
            label=f"{row.seat.user}, {row.seat.agency}",
            choices=Presence.choices,
            widget=Radios(inline=True),
            initial=row.presence or likely(row),
            error_messages={"required": f"Say whether {row.seat.user} was there"},
        )
        self.fields[f"deputy_{row.pk}"] = forms.CharField(
            label="Who came as deputy?",
            max_length=200,
            required=False,
            initial=row.deputy,
        )

    @property
    def came(self) -> dict[int, Came]:
        given = self.cleaned_data
        return {
            row.pk: Came(Presence(given[f"came_{row.pk}"]), given[f"deputy_{row.pk}"])
            for row in self.rows
        }


def likely(row: Attendance) -> str:
    """What was answered before the meeting; nothing is assumed of who did not answer."""
    said = {
        Answer.COMING: Presence.PRESENT,
        Answer.DEPUTY: Presence.DEPUTY,
        Answer.APOLOGIES: Presence.APOLOGIES,
    }
    return said.get(Answer(row.answer), "")
