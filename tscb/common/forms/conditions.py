"""Answers that depend on another answer, each in one line:

    conditions = [when("lives_with_parents", "no").require("current_address")]

The dependent field is asked inside the radio that reveals it (templates/govuk/fields/). It is
required only while the condition holds, and what was typed into it is blanked once it does not.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms


@dataclass(frozen=True)
class Condition:
    field: str
    values: tuple[str, ...]
    required: tuple[str, ...] = ()
    revealed: tuple[str, ...] = ()

    def require(self, *names: str) -> "Condition":
        return replace(self, required=(*self.required, *names))

    def reveal(self, *names: str) -> "Condition":
        """Asks the fields only while the condition holds, but lets them stay empty."""
        return replace(self, revealed=(*self.revealed, *names))

    @property
    def dependents(self) -> tuple[str, ...]:
        return (*self.required, *self.revealed)

    def holds(self, answer: Any) -> bool:
        """Whether the answer, or one of several ticked, is among the values."""
        several = isinstance(answer, Collection) and not isinstance(answer, str)
        return any(str(one) in self.values for one in (answer if several else [answer]))

    def settle(self, form: forms.BaseForm) -> None:
        holds = self.holds(form.cleaned_data.get(self.field))
        for name in self.dependents:
            if not holds:
                _blank(form, name)
            elif name in self.required:
                _demand(form, name)


def when(field: str, *values: Any) -> Condition:
    return Condition(field, tuple(str(value) for value in values))


def check_conditions(
    conditions: Sequence[Condition], fields: Mapping[str, forms.Field], heading: str = ""
) -> None:
    """Raises for a field that the form does not have, or that two conditions claim."""
    dependents = [name for condition in conditions for name in condition.dependents]
    named = {*dependents, *(condition.field for condition in conditions), *filter(None, [heading])}
    if unknown := sorted(named - set(fields)):
        raise ValueError(f"The form has no field named {', '.join(unknown)}.")
    if twice := sorted({name for name in dependents if dependents.count(name) > 1}):
        raise ValueError(f"Only one condition may govern {', '.join(twice)}.")


def _blank(form: forms.BaseForm, name: str) -> None:
    form.errors.pop(name, None)
    form.cleaned_data[name] = form.fields[name].to_python(None)


def _demand(form: forms.BaseForm, name: str) -> None:
    field = form.fields[name]
    if name not in form.errors and form.cleaned_data.get(name) in field.empty_values:
        form.add_error(name, forms.ValidationError(field.error_messages["required"], "required"))
