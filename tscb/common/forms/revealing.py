"""Which field is shown inside which choice: only a condition on one value of radios or checkboxes
can hide its field; any other dependent field is asked after its question as usual."""

from typing import Any

from django.forms import BaseForm, BoundField
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, RadioSelect

from tscb.common.forms.conditions import Condition

HOSTS = (RadioSelect, CheckboxSelectMultiple, CheckboxInput)


def hosted_in(field: BoundField, value: Any) -> list[BoundField]:
    """The fields to show inside this choice of the field."""
    hosting = [
        condition
        for condition in _hosting(field.form)
        if condition.field == field.name and condition.values == (str(value),)
    ]
    return [field.form[name] for condition in hosting for name in condition.dependents]


def is_hosted(field: BoundField) -> bool:
    return any(field.name in condition.dependents for condition in _hosting(field.form))


def _hosting(form: BaseForm) -> list[Condition]:
    return [
        condition
        for condition in getattr(form, "conditions", ())
        if len(condition.values) == 1 and isinstance(form.fields[condition.field].widget, HOSTS)
    ]
