"""The base of a page's form: how it is shown, and its conditions carried out."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.forms.utils import pretty_name

from tscb.common.forms.conditions import Condition, check_conditions
from tscb.common.forms.wording import word_messages


class GovukMixin(forms.BaseForm):
    """For a form or a model form.

    `conditions`: what `when(…)` gave, in the order in which the fields are asked.
    `heading`: name of the field whose label is the heading of the page, if one is.
    `mark_optional`: whether labels of fields that may stay empty say so.
    """

    conditions: Sequence[Condition] = ()
    heading: str = ""
    mark_optional: bool = True
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        check_conditions(self.conditions, self.fields, self.heading)
        for condition in self.conditions:
            for name in condition.dependents:
                self.fields[name].required = False
        for name, field in self.fields.items():
            word_messages(field, str(field.label or pretty_name(name)))

    @property
    def helper(self) -> FormHelper:
        """For `{% crispy form %}`: the page brings the form element, its token and its buttons."""
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    def _clean_fields(self) -> None:
        # Here and not in clean(): a form that overrides clean() must not lose its conditions.
        super()._clean_fields()  # type: ignore[misc]  # of the form that this is mixed into
        for condition in self.conditions:
            condition.settle(self)


class GovukForm(GovukMixin, forms.Form):
    pass
