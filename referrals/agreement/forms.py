"""The forms about an agreement: the manager's code and answer, and whom to ask."""

from typing import Any

from django import forms
from django.utils import timezone

from referrals.agreement.people import Person
from referrals.models import AgreementState, Route
from tscb.common.forms import DateField, GovukForm, LongTextField, Radios, when

LONGEST_LINE = 200
LONGEST_WORDS = 4_000
EMAIL_MISSING = "Enter a work email address"


def words(label: str, missing: str) -> LongTextField:
    return LongTextField(
        label=label,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": missing},
    )


class AnswerForm(GovukForm):
    answer = forms.ChoiceField(
        label="Do you agree?",
        choices=[
            (AgreementState.AGREED.value, "I agree"),
            (AgreementState.AGREED_WITH_COMMENT.value, "I agree, and want to add a comment"),
            (AgreementState.DECLINED.value, "I do not agree"),
        ],
        widget=Radios,
        error_messages={"required": "Say whether you agree"},
    )
    comment = words("Your comment", "Enter your comment, or choose “I agree”")
    reason = words("Why do you not agree?", "Say why you do not agree")
    conditions = (
        when("answer", AgreementState.AGREED_WITH_COMMENT.value).require("comment"),
        when("answer", AgreementState.DECLINED.value).require("reason"),
    )

    @property
    def given(self) -> AgreementState:
        return AgreementState(self.cleaned_data["answer"])

    @property
    def said(self) -> str:
        return self.cleaned_data["comment"] or self.cleaned_data["reason"] or ""


def line(label: str, missing: str, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST_LINE, error_messages={"required": missing}, **more
    )


class RequestForm(GovukForm):
    """Whom to ask by mail."""

    route = forms.ChoiceField(
        label="Who is asked?",
        choices=[
            (Route.MANAGER.value, "The referrer’s manager"),
            (Route.DEPUTY.value, "A deputy or safeguarding lead, in the manager’s place"),
        ],
        widget=Radios,
        error_messages={"required": "Say who is asked"},
    )
    person_name = line("Their full name", "Enter their full name")
    person_role = line("Their role", "Enter their role")
    person_email = forms.EmailField(
        label="Their work email address",
        error_messages={"required": EMAIL_MISSING},
    )

    @property
    def person(self) -> Person:
        given = self.cleaned_data
        return Person(given["person_name"], given["person_role"], given["person_email"])


class OwnRequestForm(RequestForm):
    """The same in the words of the referrer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = (Route.MANAGER.value, "My manager")
        choice: Any = self.fields["route"]
        choice.choices = [mine, *choice.choices[1:]]


class EnterForm(AnswerForm):
    """An answer that came to the board by phone or post."""

    field_order = ("route", "said_on", "person_name", "person_role", "answer", "comment", "reason")

    route = forms.ChoiceField(
        label="How did the answer come?",
        choices=[(Route.PHONE.value, "By phone"), (Route.POST.value, "By post")],
        widget=Radios,
        error_messages={"required": "Say how the answer came"},
    )
    said_on = DateField(
        label="On which day?",
        latest=timezone.localdate,
        error_messages={"required": "Enter the day of the answer"},
    )
    person_name = line("Full name of who answered", "Enter the full name of who answered")
    person_role = line("Their role", "Enter their role")
    answer = forms.ChoiceField(
        label="What did they say?",
        choices=[
            (AgreementState.AGREED.value, "They agree"),
            (AgreementState.AGREED_WITH_COMMENT.value, "They agree, with a comment"),
            (AgreementState.DECLINED.value, "They do not agree"),
        ],
        widget=Radios,
        error_messages={"required": "Say whether they agree"},
    )
    comment = words("Their comment", "Enter their comment, or choose “They agree”")
    reason = words("Why do they not agree?", "Say why they do not agree")

    @property
    def person(self) -> Person:
        return Person(self.cleaned_data["person_name"], self.cleaned_data["person_role"])
