"""The forms of recommendation, decision and closing. Nothing limits a draft: what is missing or too
long is said when it is sent on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone

from referrals.deciding import conclusions
from referrals.deciding.criteria import SETS, Answer, CriteriaSet
from referrals.models import Outcome, ToTell
from tscb.board.framework import Framework
from tscb.common.forms import Checkboxes, DateField, GovukForm, LongTextField, Radios, when

LONGEST = 10_000


def words(label: str, missing: str, help_text: str = "", rows: int = 5, **more: Any) -> Any:
    return LongTextField(
        label=label,
        help_text=help_text,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing},
        **more,
    )


def one_of(label: str, pairs: Any, missing: str, **more: Any) -> forms.ChoiceField:
    inline = more.pop("inline", False)
    return forms.ChoiceField(
        label=label,
        choices=pairs,
        widget=Radios(inline=inline),
        error_messages={"required": missing},
        **more,
    )


@dataclass(frozen=True)
class Section:
    heading: str
    fields: list[BoundField]
    before: str = ""


def conclusion_field(label: str, guidance: Framework | None) -> forms.ChoiceField:
    return one_of(label, conclusions.choices(guidance), "Choose what is to become of the case")


class RecommendationForm(GovukForm):
    """`told`: how each criterion seems to stand by the referral. `dissents`: how many places.
    `guidance`: under which the case was referred."""

    rationale = words(
        "Why does the panel recommend this?",
        "Say why the panel recommends this",
        "What can be learned, what is known from earlier reviews, and what a review would ask of "
        "the family and the practitioners.",
    )
    learning = words(
        "What can be learned at once?",
        "Say what can be learned at once, or “nothing yet”",
        "What agencies are to change now, without waiting.",
    )
    family = words(
        "How is the family to be involved?",
        "Say how the family is to be involved, or why not",
        "Who speaks with them and when, also about a criminal case.",
    )
    media = words(
        "Is interest of the media expected, and who answers?",
        "Say whether interest of the media is expected",
        rows=3,
    )

    def __init__(
        self,
        *args: Any,
        criteria: CriteriaSet,
        told: dict[str, str],
        dissents: int,
        guidance: Framework | None = None,
        **more: Any,
    ) -> None:
        self.criteria = criteria
        self.dissents = dissents
        self.base_fields = {  # type: ignore[misc]  # of this form alone: Django copies it next
            "era": era_field(),
            **criteria_fields(criteria, told),
            "conclusion": conclusion_field("What does the panel recommend?", guidance),
            **self.base_fields,
            **dissent_fields(dissents),
        }
        super().__init__(*args, **more)

    def sections(self) -> Iterator[Section]:
        limbs = [name for one in self.criteria.criteria for name in names_of(one.key)]
        yield Section("Wording of the criteria", [self["era"]])
        yield self._section("Criteria", *limbs, before=self.criteria.wording)
        yield self._section("Recommendation", "conclusion", "rationale")
        yield self._section("Learning, family and media", "learning", "family", "media")
        others = [name for n in range(self.dissents) for name in dissent_names(n)]
        yield self._section("Who disagrees", *others, before="Leave it empty if nobody does.")

    def _section(self, heading: str, *names: str, before: str = "") -> Section:
        return Section(heading, [self[name] for name in names], before)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("era") not in (None, self.criteria.era):
            self.add_error(
                "era", "You changed the wording: keep the draft, then answer its criteria"
            )
        for number in range(self.dissents):
            who, what = dissent_names(number)
            if bool(cleaned.get(who)) != bool(cleaned.get(what)):
                missing = what if cleaned.get(who) else who
                self.add_error(missing, "Say both: who disagrees, by role or agency, and how")
        return cleaned

    def raw(self) -> dict[str, str]:
        """All that was typed, whether it can be read or not."""
        return {name: str(self[name].data or "") for name in self.fields}


def era_field() -> forms.ChoiceField:
    pairs = [(era, one.name) for era, one in SETS.items()]
    return one_of("Which wording of the criteria is used?", pairs, "Choose the wording")


def names_of(key: str) -> tuple[str, str]:
    return f"limb_{key}", f"why_{key}"


def criteria_fields(criteria: CriteriaSet, told: dict[str, str]) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for number, one in enumerate(criteria.criteria, 1):
        limb, why = names_of(one.key)
        seems = f" By the referral: {told[one.key].lower()}." if one.key in told else ""
        fields[limb] = one_of(
            f"{number}. {one.words}",
            Answer.choices,
            f"Say whether criterion {number} is met",
            help_text=f"Source: {one.source}.{seems}",
            inline=True,
        )
        fields[why] = words(
            f"Reason for {number}", f"Give the reason for criterion {number}", rows=3
        )
    return fields


def dissent_names(number: int) -> tuple[str, str]:
    return f"dissent_who_{number}", f"dissent_what_{number}"


def dissent_fields(many: int) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for number in range(many):
        who, what = dissent_names(number)
        fields[who] = forms.CharField(
            label=f"Who disagrees ({number + 1})",
            help_text="The role or the agency, not the name.",
            required=False,
            max_length=200,
        )
        fields[what] = words(f"With what, and why ({number + 1})", "", rows=3, required=False)
    return fields


class DecisionForm(GovukForm):
    """The independent chair's own."""

    agrees = one_of(
        "Do you agree with the recommendation?",
        [("yes", "Yes"), ("no", "No, I decide otherwise")],
        "Say whether you agree",
    )
    reasons = words(
        "Your reasons",
        "Give your reasons",
        "They are needed in both cases, in your own words.",
    )
    next_steps = words("Next steps", "Say what happens next", rows=4)
    day = DateField(
        label="Day of the decision",
        subject="The day of the decision",
        latest=timezone.localdate,
    )
    conditions = (when("agrees", "no").require("conclusion"),)

    def __init__(self, *args: Any, guidance: Framework | None = None, **more: Any) -> None:
        people = [(one.key, one.name) for one in ToTell.objects.filter(is_retired=False)]
        rules = {one.key: one.rule for one in ToTell.objects.all()}
        to_tell = forms.MultipleChoiceField(
            label="Who must be told?",
            choices=people,
            widget=Checkboxes(hints=rules),
            required=False,
        )
        before = self.base_fields
        self.base_fields = {  # type: ignore[misc]  # of this form alone: Django copies it next
            "agrees": before["agrees"],
            "conclusion": conclusion_field("What do you decide?", guidance),
            "reasons": before["reasons"],
            "to_tell": to_tell,
            "next_steps": before["next_steps"],
            "day": before["day"],
        }
        super().__init__(*args, **more)

    def raw(self) -> dict[str, Any]:
        """What of the chair's draft is kept: all but the day."""
        texts = ("agrees", "conclusion", "reasons", "next_steps")
        kept: dict[str, Any] = {name: str(self[name].data or "") for name in texts}
        return {**kept, "to_tell": list(self["to_tell"].data or [])}


class ReasonForm(GovukForm):
    reason = words("Your reason", "Give your reason")


class ClosingForm(GovukForm):
    outcome = one_of("What came of the case?", Outcome.choices, "Choose what came of the case")
    reason = words("Why is the case closed?", "Say why the case is closed")
