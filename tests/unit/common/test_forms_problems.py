"""The error summary, the words of errors and the long answer."""

import pytest
from django import forms

from tscb.common.forms import (
    Checkboxes,
    DateField,
    GovukForm,
    LongTextField,
    Problem,
    Radios,
    error_summary,
)

TWO = [("a", "A"), ("b", "B")]


class Everything(GovukForm):
    name = forms.CharField()
    sex = forms.ChoiceField(choices=TWO, widget=Radios)
    agencies = forms.MultipleChoiceField(choices=TWO, widget=Checkboxes)
    born = DateField(label="Date of birth")
    true = forms.BooleanField(label="This is true")
    version = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        raise forms.ValidationError("The two do not go together")


def test_each_problem_names_the_input_that_takes_the_focus():
    form = Everything({"born_day": "3", "born_month": "", "born_year": "2019"})
    assert error_summary(form) == [
        Problem("Enter name", "id_name"),
        Problem("Choose sex", "id_sex_0"),
        Problem("Choose agencies", "id_agencies_0"),
        Problem("Date of birth must include a month", "id_born_month"),
        Problem("Tick to confirm: this is true", "id_true"),
        Problem("Enter version", ""),
        Problem("The two do not go together", ""),
    ]


def test_problem_of_a_readable_date_is_at_its_first_part():
    form = Everything({"born_day": "3", "born_month": "3", "born_year": "2019"})
    form.add_error("born", "Date of birth must be before the incident")
    assert ("Date of birth must be before the incident", "id_born_day") in [
        (problem.message, problem.target) for problem in error_summary(form)
    ]


def test_problem_of_radios_passes_over_the_empty_choice_that_is_not_shown():
    field = forms.ChoiceField(choices=[("", "Not said"), *TWO], widget=Radios)
    form = type("OneField", (GovukForm,), {"answer": field})({})
    assert [problem.target for problem in error_summary(form)] == ["id_answer_1"]


def test_problem_of_radios_without_choices_has_no_target():
    form = type("OneField", (GovukForm,), {"answer": forms.ChoiceField(widget=Radios)})({})
    assert [problem.target for problem in error_summary(form)] == [""]


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        (forms.CharField(label="Your name"), "", "Enter your name"),
        (forms.CharField(label="What happened?"), "", "Answer the question “What happened?”"),
        (forms.CharField(error_messages={"required": "Say it"}), "", "Say it"),
        (forms.FileField(label="The report"), "", "Choose the report"),
        (forms.CharField(label="NHS number"), "", "Enter NHS number"),
        (
            forms.EmailField(),
            "x",
            "Enter an email address in the correct format, like name@example.org",
        ),
        (
            forms.CharField(max_length=3),
            "12345",
            "Use 3 characters or fewer. You have used 5.",
        ),
    ],
)
def test_error_says_what_to_do(field, typed, message):
    form = type("OneField", (GovukForm,), {"answer": field})({"answer": typed})
    assert form.errors["answer"] == [message]


def test_long_answer_counts_a_line_end_once():
    field = LongTextField(max_length=3)
    assert field.clean("a\r\nb") == "a\nb"


def test_long_answer_with_too_many_words():
    field = LongTextField(max_words=2, required=False)
    assert field.clean("two words") == "two words"
    assert field.clean("") == ""
    with pytest.raises(forms.ValidationError, match="Use 2 words or fewer"):
        field.clean("now three words")


def test_long_answer_that_is_nothing_stays_what_the_field_calls_empty():
    assert LongTextField(required=False, empty_value=None).clean("") is None
