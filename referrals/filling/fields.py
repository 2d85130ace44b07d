"""A Django field for one question. What counts as readable is lenient: nobody is sent away."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from referrals.description.elements import Identity, Kind, Question, Requirement
from tscb.common.forms import Checkboxes, DateField, LongTextField, Radios
from tscb.common.forms.wording import EMAIL

LONGEST_LINE = 200
LONGEST_TEXT = 20_000
LINES, LINES_OF_AN_ADDRESS = 6, 3
FEWEST_DIGITS = 3

# What comes along when text is copied from other programs, and no person can see.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class LineField(forms.CharField):
    def to_python(self, value: Any) -> str | None:
        return super().to_python(CONTROL_CHARACTERS.sub("", value or ""))


class AddressField(LineField, forms.EmailField):
    pass


class TextField(LineField, LongTextField):
    pass


def field_for(question: Question, strict: bool = True) -> forms.Field:
    """`required` says what the page asks again; the check page asks for the rest. Not `strict`, the
    page asks nothing again."""
    field = MAKERS[question.kind](question, common(question))
    field.required = strict and question.requirement == Requirement.ALWAYS
    if question.autocomplete:
        field.widget.attrs["autocomplete"] = question.autocomplete
    return field


def common(question: Question) -> dict[str, Any]:
    optional = question.requirement == Requirement.OPTIONAL
    return {
        "label": f"{question.label} (optional)" if optional else question.label,
        "help_text": question.help,
        "error_messages": {
            "required": question.missing,
            "invalid_choice": question.missing or "Choose one from the list",
            "max_length": f"“{question.label}” must be %(limit_value)d characters or fewer. "
            "It has %(show_value)d",
        },
    }


def line(question: Question, shared: dict[str, Any]) -> forms.Field:
    return LineField(**shared, max_length=LONGEST_LINE, widget=Uncut)


class Uncut(forms.TextInput):
    """Without the limit: a browser would cut off what is pasted, without a word."""

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        attrs = super().build_attrs(*args, **kwargs)
        attrs.pop("maxlength", None)
        return attrs


def text(question: Question, shared: dict[str, Any]) -> forms.Field:
    rows = LINES_OF_AN_ADDRESS if question.identifies == Identity.ADDRESS else LINES
    return TextField(**shared, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": rows}))


def email(question: Question, shared: dict[str, Any]) -> forms.Field:
    field = AddressField(**shared)
    field.error_messages["invalid"] = EMAIL
    return field


def phone(question: Question, shared: dict[str, Any]) -> forms.Field:
    widget = Uncut(attrs={"type": "tel"})
    return LineField(**shared, max_length=LONGEST_LINE, validators=[check_phone], widget=widget)


def check_phone(value: str) -> None:
    """Short codes, extensions and foreign numbers pass; a number needs only some digits."""
    if len(re.sub(r"\D", "", value)) < FEWEST_DIGITS:
        raise ValidationError("Enter a phone number, like 0161 496 0001")


def date(question: Question, shared: dict[str, Any]) -> forms.Field:
    return DateField(**shared, latest=None if question.may_be_future else timezone.localdate)


def radios(question: Question, shared: dict[str, Any]) -> forms.Field:
    hints = {option.value: option.help for option in question.options() if option.help}
    return forms.ChoiceField(**shared, choices=options(question), widget=Radios(hints=hints))


def checkboxes(question: Question, shared: dict[str, Any]) -> forms.Field:
    hints = {option.value: option.help for option in question.options() if option.help}
    alone = [option.value for option in question.options() if option.alone]
    widget = Checkboxes(hints=hints, alone=alone)
    return SeveralField(**shared, choices=options(question), widget=widget)


class SeveralField(forms.MultipleChoiceField):
    """Without scripts “None of these” can be ticked beside others; then the others count."""

    def clean(self, value: Any) -> list[str]:
        chosen: list[str] = super().clean(value)
        return [one for one in chosen if one not in self.widget.alone] or chosen[:1]


def select(question: Question, shared: dict[str, Any]) -> forms.Field:
    return forms.ChoiceField(**shared, choices=[("", "Choose one"), *options(question)])


def declaration(question: Question, shared: dict[str, Any]) -> forms.Field:
    return forms.MultipleChoiceField(**shared, choices=options(question), widget=Checkboxes)


def options(question: Question) -> list[tuple[str, str]]:
    return [(option.value, option.label) for option in question.options()]


MAKERS = {
    Kind.TEXT: line,
    Kind.TEXTAREA: text,
    Kind.EMAIL: email,
    Kind.PHONE: phone,
    Kind.DATE: date,
    Kind.RADIOS: radios,
    Kind.CHECKBOXES: checkboxes,
    Kind.SELECT: select,
    Kind.DECLARATION: declaration,
}
