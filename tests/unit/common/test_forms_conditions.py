"""Answers that depend on another answer."""

import pytest
from django import forms

from tscb.common.forms import Checkboxes, DateField, GovukForm, Radios, when
from tscb.common.forms.revealing import hosted_in, is_hosted

YES_NO = [("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")]


class Spoken(GovukForm):
    conditions = [
        when("spoken", "no").require("why"),
        when("spoken", "yes").require("on").reveal("email"),
        when("agencies", "police").require("officer"),
        when("urgent", True).require("reason"),
        when("area", "north", "south").require("street"),
    ]
    spoken = forms.ChoiceField(choices=YES_NO, widget=Radios)
    why = forms.CharField()
    on = DateField(subject="The day")
    email = forms.EmailField()
    agencies = forms.MultipleChoiceField(
        choices=[("police", "Police"), ("school", "School")], widget=Checkboxes, required=False
    )
    officer = forms.CharField()
    urgent = forms.BooleanField(required=False)
    reason = forms.CharField()
    area = forms.ChoiceField(
        choices=[("north", "North"), ("south", "South"), ("", "Not said")],
        widget=Radios,
        required=False,
    )
    street = forms.CharField(error_messages={"required": "Say which street"})


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({}, {"spoken"}),
        ({"spoken": "unsure"}, set()),
        ({"spoken": "no"}, {"why"}),
        ({"spoken": "no", "why": "   "}, {"why"}),
        ({"spoken": "no", "why": "On leave"}, set()),
        ({"spoken": "yes"}, {"on"}),
        ({"spoken": "yes", "on_day": "3"}, {"on"}),
        ({"spoken": "yes", "on_day": "3", "on_month": "3", "on_year": "2026"}, set()),
        ({"spoken": "unsure", "agencies": ["police", "school"]}, {"officer"}),
        ({"spoken": "unsure", "agencies": ["school"]}, set()),
        ({"spoken": "unsure", "urgent": "on"}, {"reason"}),
        ({"spoken": "unsure", "area": "south"}, {"street"}),
        ({"spoken": "unsure", "area": ""}, set()),
        # What is left of an answer that no longer applies is no error, however wrong it is.
        ({"spoken": "no", "why": "On leave", "email": "nonsense", "on_day": "99"}, set()),
    ],
)
def test_what_is_required_follows_the_answers(answers, wrong):
    assert set(Spoken(answers).errors) == wrong


def test_answer_that_no_longer_applies_is_blanked():
    form = Spoken({"spoken": "no", "why": "On leave", "email": "a@example.org", "on_day": "3"})
    assert form.is_valid()
    assert form.cleaned_data["why"] == "On leave"
    assert form.cleaned_data["email"] == ""
    assert form.cleaned_data["on"] is None


def test_revealed_answer_may_stay_empty_but_must_be_right():
    date = {"on_day": "3", "on_month": "3", "on_year": "2026"}
    assert Spoken({"spoken": "yes", **date}).is_valid()
    assert "email" in Spoken({"spoken": "yes", "email": "nonsense", **date}).errors


def test_message_is_the_field_s_own():
    assert Spoken({"spoken": "unsure", "area": "north"}).errors["street"] == ["Say which street"]


def test_conditions_hold_though_a_form_has_a_clean_of_its_own():
    class Own(Spoken):
        def clean(self):
            return {**self.cleaned_data, "seen": True}

    assert set(Own({"spoken": "no"}).errors) == {"why"}


@pytest.mark.parametrize(
    ("conditions", "heading", "message"),
    [
        ([when("spokn", "no").require("why")], "", "no field named spokn"),
        ([when("spoken", "no").require("whi")], "", "no field named whi"),
        ([], "spokn", "no field named spokn"),
        (
            [when("spoken", "no").require("why"), when("spoken", "yes").reveal("why")],
            "",
            "Only one condition may govern why",
        ),
    ],
)
def test_slip_in_a_declaration_is_told_at_once(conditions, heading, message):
    wrong = type("Wrong", (Spoken,), {"conditions": conditions, "heading": heading})
    with pytest.raises(ValueError, match=message):
        wrong()


def test_dependent_field_is_shown_inside_the_one_choice_that_reveals_it():
    form = Spoken()
    assert [field.name for field in hosted_in(form["spoken"], "yes")] == ["on", "email"]
    assert hosted_in(form["spoken"], "unsure") == []
    assert [field.name for field in hosted_in(form["urgent"], True)] == ["reason"]
    assert is_hosted(form["officer"])


def test_dependent_field_of_several_choices_is_shown_after_the_question():
    form = Spoken()
    assert hosted_in(form["area"], "north") == []
    assert not is_hosted(form["street"])


def test_dependent_field_of_a_select_is_shown_after_it():
    class Chosen(GovukForm):
        conditions = [when("agency", "other").require("name")]
        agency = forms.ChoiceField(choices=[("other", "Other")])
        name = forms.CharField()

    assert not is_hosted(Chosen()["name"])
    assert set(Chosen({"agency": "other"}).errors) == {"name"}
