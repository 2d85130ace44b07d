"""What the `govuk` template pack asks of a form field: which component it is, its input, its parts.

Django sets aria-describedby and aria-invalid itself, given the ids `<field>_helptext` and
`<field>_error`; the templates use those ids and nothing is written by hand.
"""

from typing import Any

from django import forms, template
from django.forms import BoundField
from django.utils.safestring import SafeString

from tscb.common.forms.dates import DateField, typed_parts
from tscb.common.forms.problems import Problem, error_summary, wrong_inputs
from tscb.common.forms.revealing import hosted_in, is_hosted

register = template.Library()

# The first that fits; a subclass stands before its parent.
COMPONENTS: list[tuple[type[forms.Widget], str]] = [
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.Select, "select"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Textarea, "textarea"),
    (forms.PasswordInput, "password"),
    (forms.FileInput, "file"),
]
CLASSES = {
    "input": "govuk-input",
    "password": "govuk-input govuk-password-input__input govuk-js-password-input-input",
    "select": "govuk-select",
    "textarea": "govuk-textarea",
    "file": "govuk-file-upload",
}
# The server alone says what is required or too long: a browser would cut a pasted text unseen.
# Placeholders are read as answers.
UNWANTED = {"required": False, "maxlength": False, "placeholder": False}
ERROR_CLASSES = {"password": "govuk-input--error"}


@register.filter
def component(field: BoundField) -> str:
    """Name of the template in templates/govuk/fields/ that shows the field."""
    if isinstance(field.field, DateField):
        return "date"
    widget = field.field.widget
    return next((name for kind, name in COMPONENTS if isinstance(widget, kind)), "input")


@register.simple_tag
def field_input(field: BoundField) -> SafeString:
    """The input itself, with its classes."""
    kind = component(field)
    widget = field.field.widget
    attributes: dict[str, Any] = field.build_widget_attrs({"id": field.auto_id})
    attributes |= {"class": _classes(field, kind), **UNWANTED}
    if kind == "textarea" and counted(field):
        described = [field.aria_describedby, f"{field.auto_id}-info"]
        attributes["aria-describedby"] = " ".join(filter(None, described))
    return widget.render(
        name=field.html_name, value=field.value(), attrs=attributes, renderer=field.form.renderer
    )


def _classes(field: BoundField, kind: str) -> str:
    own = field.field.widget.attrs.get("class", "")
    error = ERROR_CLASSES.get(kind, f"{CLASSES[kind]}--error") if field.errors else ""
    count = "govuk-js-character-count" if kind == "textarea" and counted(field) else ""
    return " ".join(filter(None, [CLASSES[kind], own, count, error]))


@register.filter
def counted(field: BoundField) -> dict[str, Any] | None:
    """The limit of a long answer: {"unit": "words", "limit": 300}, or nothing."""
    if words := getattr(field.field, "max_words", None):
        return {"unit": "words", "limit": words}
    if characters := getattr(field.field, "max_length", None):
        return {"unit": "characters", "limit": characters}
    return None


@register.filter
def date_inputs(field: BoundField) -> list[dict[str, Any]]:
    """The three inputs of a date, each with what was typed and whether it is wrong."""
    wrong = wrong_inputs(field)
    typed = typed_parts(field.value())
    return [
        {
            "label": name.capitalize(),
            "id": f"{field.auto_id}_{name}",
            "name": f"{field.html_name}_{name}",
            "value": value,
            "wrong": name in wrong,
            "width": 4 if name == "year" else 2,
        }
        for name, value in zip(("day", "month", "year"), typed, strict=True)
    ]


@register.filter
def choice_hint(field: BoundField, value: Any) -> str:
    return getattr(field.field.widget, "hints", {}).get(str(value), "")


@register.filter
def stands_alone(field: BoundField, value: Any) -> bool:
    """Whether this box rules out all others of the field."""
    return str(value) in getattr(field.field.widget, "alone", ())


@register.filter
def optional(field: BoundField) -> bool:
    """Whether the label says that the field may stay empty."""
    form = field.form
    demanded = any(field.name in condition.required for condition in _conditions(form))
    wanted = getattr(form, "mark_optional", True) and component(field) != "checkbox"
    return wanted and not field.field.required and not demanded


@register.filter
def is_heading(field: BoundField) -> bool:
    return getattr(field.form, "heading", "") == field.name


def _conditions(form: forms.BaseForm) -> Any:
    return getattr(form, "conditions", ())


@register.filter
def problems(form: forms.BaseForm) -> list[Problem]:
    return error_summary(form)


register.filter("is_hosted", is_hosted)
register.filter("hosted_in", hosted_in)
