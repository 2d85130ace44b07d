"""The forms of a review's plan: words, steps, what holds it back, actions, neutral words."""

import re
from datetime import date
from typing import Any

from django import forms

from referrals.models import Milestone, NeutralWord, Step
from reviews.models import Action, Recommendation
from tscb.board.models import Agency
from tscb.common.forms import DateField, GovukForm, LongTextField, Radios

LONGEST = 20_000


def words(label: str, help_text: str = "", rows: int = 5, **more: Any) -> Any:
    more.setdefault("max_length", LONGEST)
    area = forms.Textarea(attrs={"rows": rows})
    return LongTextField(label=label, help_text=help_text, widget=area, **more)


class PlanForm(GovukForm):
    terms = words("Terms of reference", "Questions, period, agencies.", 10, required=False)
    reviewer = words("Reviewer or lead", "Name and organisation.", 2, required=False)
    independence = words(
        "Statement of independence",
        "What ties the reviewer has, or had, with the agencies of this case.",
        required=False,
    )
    methodology = words("How the review is done", required=False)


class StepsForm(GovukForm):
    def days(self) -> dict[str, tuple[date | None, date | None]]:
        said = self.cleaned_data
        return {one: (said[f"planned_{one}"], said[f"done_{one}"]) for one in Step.values}


def steps_form(milestones: dict[str, Milestone]) -> type[StepsForm]:
    fields: dict[str, forms.Field] = {}
    for step in Step:
        row = milestones.get(step.value)
        fields[f"planned_{step}"] = DateField(
            label=f"{step.label}: planned for",
            required=False,
            initial=row.planned_on if row else None,
        )
        fields[f"done_{step}"] = DateField(
            label=f"{step.label}: done on", required=False, initial=row.done_on if row else None
        )
    return type("StepsOfThisReview", (StepsForm,), fields)


class EmbargoForm(GovukForm):
    until = DateField(
        label="Not to be published before",
        help_text="Leave it empty if nobody knows the day: then it holds until you lift it.",
        required=False,
    )
    why = words(
        "Why?",
        "For example, criminal proceedings. Editors see that it is held back, not why.",
        error_messages={"required": "Say why it is held back"},
    )
    look_again_on = DateField(label="Day on which this is looked at again")


class ReasonForm(GovukForm):
    reason = words("Your reason", error_messages={"required": "Give your reason"})


class ActionForm(GovukForm):
    text = words("What is to be done", "No name, and nothing of the case.", 3, max_length=2_000)
    recommendation = forms.ModelChoiceField(
        Recommendation.objects.none(), label="Recommendation", required=False
    )
    agency = forms.ModelChoiceField(Agency.objects.all(), label="Agency")
    owner_role = forms.CharField(
        label="Owner’s role", help_text="A role, not a name.", max_length=200
    )
    due = DateField(label="Due")
    state = forms.ChoiceField(label="How far it is", choices=Action.State.choices, widget=Radios)
    evidence = words("Evidence", "What shows that it is done. Internal.", required=False)
    evidence_kept = forms.CharField(
        label="Where the evidence is kept", required=False, max_length=300
    )
    public_evidence = words(
        "What the public may read",
        "Shown once a second person has released it.",
        3,
        required=False,
        max_length=2_000,
    )

    def __init__(self, *args: Any, action: Action, **more: Any) -> None:
        start = {name: getattr(action, name, None) for name in self.base_fields}
        start |= {"agency": action.agency_id, "recommendation": action.recommendation_id}
        super().__init__(*args, initial=start, **more)
        field: Any = self.fields["recommendation"]
        field.queryset = action.review.recommendations.all()


class WordForm(GovukForm):
    word = forms.CharField(
        label="A word to add",
        help_text="In small letters. Nobody’s name, no place, nothing that tells an order.",
        max_length=40,
    )

    def clean_word(self) -> str:
        word = self.cleaned_data["word"].strip().lower()
        if not re.fullmatch("[a-z]{4,40}", word):
            raise forms.ValidationError("Enter one word of four letters or more, without accents")
        if NeutralWord.objects.filter(word=word).exists():
            raise forms.ValidationError("This word is in the list already")
        return word
