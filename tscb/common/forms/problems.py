"""What the error summary lists: each message with the input that a press on it must focus.

The first radio of a question, the first wrong part of a date: a link to anything that cannot take
the focus leaves keyboard and screen reader users where they were.
"""

from dataclasses import dataclass

from django.forms import BaseForm, BoundField
from django.forms.widgets import CheckboxSelectMultiple, RadioSelect

from tscb.common.forms.date_reading import PARTS
from tscb.common.forms.dates import DateField


@dataclass(frozen=True)
class Problem:
    message: str
    target: str


def error_summary(form: BaseForm) -> list[Problem]:
    """Problems of the fields in the order of the page, then those of the whole form (no target)."""
    problems = [Problem(str(message), target(field)) for field in form for message in field.errors]
    return problems + [Problem(str(message), "") for message in form.non_field_errors()]


def target(field: BoundField) -> str:
    """Id of the first input of the field that can take the focus; empty for a hidden field."""
    if field.is_hidden:
        return ""
    if isinstance(field.field, DateField):
        return f"{field.auto_id}_{(wrong_inputs(field) or PARTS)[0]}"
    if isinstance(field.field.widget, RadioSelect | CheckboxSelectMultiple):
        # The empty choice of a question that may stay open is not shown.
        shown = (choice.data["attrs"]["id"] for choice in field if choice.data["value"] != "")
        return next(shown, "")
    return field.id_for_label or field.auto_id


def wrong_inputs(field: BoundField) -> tuple[str, ...]:
    """Which of the three inputs of a date are to be marked as wrong."""
    if not field.errors or not isinstance(field.field, DateField):
        return ()
    return field.field.wrong_parts(field.data)
