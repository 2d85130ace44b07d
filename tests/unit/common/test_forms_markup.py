"""The HTML of every form component, with and without an error, against what is stored for it."""

from datetime import date
from typing import Any

import pytest
from crispy_forms.layout import ButtonHolder, Fieldset, Layout, Submit
from crispy_forms.utils import render_crispy_form
from django import forms
from django.template import engines

from tests.unit.common.stored_markup import check
from tscb.common.forms import Checkboxes, DateField, GovukForm, LongTextField, Radios, when

TWO = [("yes", "Yes"), ("no", "No")]


def one(field: forms.Field, **attributes: Any) -> type[GovukForm]:
    return type("OneField", (GovukForm,), {"answer": field, **attributes})


COMPONENTS = {
    "text": one(
        forms.CharField(
            label="Full name", max_length=99, widget=forms.TextInput({"autocomplete": "name"})
        )
    ),
    "email": one(forms.EmailField(label="Email address", help_text="We answer here")),
    "telephone": one(
        forms.CharField(label="Telephone", widget=forms.TextInput({"type": "tel", "class": "wide"}))
    ),
    "password": one(forms.CharField(label="Password", widget=forms.PasswordInput)),
    "textarea": one(forms.CharField(label="What happened?", widget=forms.Textarea)),
    "textarea_characters": one(
        LongTextField(label="What happened?", max_length=500, help_text="In your own words")
    ),
    "textarea_words": one(LongTextField(label="What happened?", max_words=150)),
    "select": one(forms.ChoiceField(label="Your agency", choices=[("", "Choose one"), *TWO])),
    "file": one(forms.FileField(label="The report", help_text="PDF, at most 10 MB")),
    "radios": one(
        forms.ChoiceField(
            label="Are you sure?",
            choices=[("", "Not said"), *TWO],
            widget=Radios(inline=True, hints={"no": "We will call you"}),
        )
    ),
    "checkboxes": one(
        forms.MultipleChoiceField(label="Which agencies?", choices=TWO, widget=Checkboxes)
    ),
    "checkbox": one(forms.BooleanField(label="This is true", help_text="As far as you know")),
    "date": one(DateField(label="Date of birth", help_text="For example, 27 3 2015")),
    "heading_label": one(forms.CharField(label="What is your name?"), heading="answer"),
    "heading_legend": one(
        forms.ChoiceField(label="Are you sure?", choices=TWO, widget=Radios), heading="answer"
    ),
}


class Revealing(GovukForm):
    conditions = [
        when("sure", "no").require("why").reveal("email"),
        when("urgent", True).require("reason"),
    ]
    sure = forms.ChoiceField(label="Are you sure?", choices=TWO, widget=Radios)
    why = forms.CharField(label="Why not?")
    email = forms.EmailField(label="Email")
    urgent = forms.BooleanField(label="It is urgent", required=False)
    reason = forms.CharField(label="Reason")


def rendered(form: forms.Form, source: str = "{{ form|crispy }}") -> str:
    template = engines["django"].from_string("{% load crispy_forms_tags %}" + source)
    return template.render({"form": form})


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_at_rest(name):
    check(rendered(COMPONENTS[name]()), name)


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_with_an_error(name):
    check(rendered(COMPONENTS[name]({})), f"{name}_error")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("text", {"answer": '"Ann" <b>'}),
        ("radios", {"answer": "no"}),
        ("checkboxes", {"answer": ["no"]}),
        ("checkbox", {"answer": True}),
        ("date", {"answer": date(2019, 3, 4)}),
        ("textarea", {"answer": "One\nTwo </textarea>"}),
    ],
)
def test_component_filled_in(name, answer):
    check(rendered(COMPONENTS[name](initial=answer)), f"{name}_filled")


def test_date_marks_the_part_that_is_wrong():
    sent = {"answer_day": "4", "answer_month": "", "answer_year": "2019"}
    check(rendered(COMPONENTS["date"](sent)), "date_part_error")


def test_dependent_field_at_rest():
    check(rendered(Revealing()), "revealing")


def test_dependent_field_shown_with_an_error():
    check(rendered(Revealing({"sure": "no", "urgent": "on"})), "revealing_error")


def test_optional_field_says_so():
    check(rendered(one(forms.CharField(label="Middle name", required=False))()), "optional")


def test_optional_fields_of_a_filter_do_not_say_so():
    field = forms.CharField(label="Words", required=False)
    assert "optional" not in rendered(one(field, mark_optional=False)())


def test_error_summary():
    check(rendered(Revealing({"sure": "no"}), "{{ form|as_crispy_errors }}"), "error_summary")


def test_error_summary_of_a_problem_with_no_input_of_its_own():
    form = Revealing({"sure": "yes"})
    form.add_error(None, "Both cannot be true")
    check(rendered(form, "{{ form|as_crispy_errors }}"), "error_summary_plain")


def test_single_field_and_hidden_field():
    form = one(forms.CharField(widget=forms.HiddenInput))()
    assert rendered(form, "{{ form.answer|as_crispy_field }}").strip() == str(form["answer"])


def test_crispy_tag_of_our_form_leaves_the_form_element_to_the_page():
    html = rendered(COMPONENTS["text"](), "{% crispy form %}")
    assert "<form" not in html
    check(html, "text")


def test_crispy_tag_of_a_form_with_a_layout_of_its_own():
    class Laid(forms.Form):
        name = forms.CharField(label="Name")
        report = forms.FileField(label="Report")

    form = Laid()
    form.helper = GovukForm().helper
    form.helper.form_tag, form.helper.disable_csrf = True, False
    form.helper.layout = Layout(
        Fieldset("About you", "name", css_id="you", css_class="wide"),
        Fieldset("", "report"),
        ButtonHolder(Submit("save", "Save and continue")),
    )
    form.helper.add_input(Submit("send", "Send"))
    check(render_crispy_form(form, context={"csrf_token": "token"}), "layout")


def test_crispy_tag_of_a_plain_form():
    class Plain(forms.Form):
        q = forms.CharField(label="Words", required=False, help_text="One or two")

    form = Plain()
    html = rendered(form, "{% crispy form %}")
    assert "novalidate" in html
    assert 'aria-describedby="id_q_helptext"' in html
