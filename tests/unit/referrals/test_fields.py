"""A question's field: lenient in what it reads, clear in what it refuses."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from referrals.description.elements import Choice, Classification, Kind, Question, Requirement
from referrals.filling.fields import LONGEST_LINE, LONGEST_TEXT, field_for
from tscb.common.forms.widgets import Radios


def field(kind, **more):
    values = {"label": "Your answer", "missing": "Enter your answer"} | more
    question = Question(
        name="answer", kind=kind, classification=Classification.OPERATIONAL, **values
    )
    return field_for(question)


def refusal(of, value):
    with pytest.raises(ValidationError) as refused:
        of.clean(value)
    return " ".join(refused.value.messages)


def test_empty_answer_is_refused_with_the_question_s_own_sentence():
    assert refusal(field(Kind.TEXT), "  ") == "Enter your answer"


@pytest.mark.parametrize("requirement", [Requirement.ON_SUBMIT, Requirement.OPTIONAL])
def test_answer_that_may_wait_passes_when_empty(requirement):
    assert field(Kind.TEXT, requirement=requirement).clean("") == ""


def test_only_an_optional_question_is_called_optional():
    assert field(Kind.TEXT, requirement=Requirement.OPTIONAL).label == "Your answer (optional)"
    assert field(Kind.TEXT, requirement=Requirement.ON_SUBMIT).label == "Your answer"


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.TEXTAREA])
def test_invisible_characters_are_dropped_and_accents_kept(kind):
    assert field(kind).clean("Siân\x00 \x0bO’Brien") == "Siân O’Brien"


def test_lines_of_a_long_answer_stay():
    assert field(Kind.TEXTAREA).clean("one\r\n\r\n\ttwo") == "one\n\n\ttwo"


@pytest.mark.parametrize(
    ("kind", "limit"), [(Kind.TEXT, LONGEST_LINE), (Kind.TEXTAREA, LONGEST_TEXT)]
)
def test_too_long_an_answer_names_the_limit_and_the_length(kind, limit):
    message = refusal(field(kind), "x" * (limit + 1))
    assert message == f"“Your answer” must be {limit} characters or fewer. It has {limit + 1}"


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PHONE])
def test_browser_is_not_told_to_cut_a_pasted_answer(kind):
    assert "maxlength" not in field(kind).widget.render("answer", "")


@pytest.mark.parametrize("typed", ["999", "0161 496 0001 ext. 4", "+44 (0)161 496 0001"])
def test_any_number_that_may_be_dialled_passes(typed):
    assert field(Kind.PHONE).clean(typed) == typed


def test_phone_without_digits_is_refused():
    assert refusal(field(Kind.PHONE), "ask me") == "Enter a phone number, like 0161 496 0001"


def test_email_is_refused_with_an_example():
    assert "name@example.org" in refusal(field(Kind.EMAIL), "sam at work")


def test_date_to_come_is_refused():
    tomorrow = timezone.localdate() + timedelta(days=1)
    parts = [str(tomorrow.day), str(tomorrow.month), str(tomorrow.year)]
    assert refusal(field(Kind.DATE), parts) == "Your answer must be today or earlier"


def test_choice_not_offered_is_refused_like_an_empty_one():
    choices = (Choice("a", "A", help="The first"), Choice("b", "B"))
    radios = field(Kind.RADIOS, choices=choices)
    assert refusal(radios, "c") == "Enter your answer"
    assert isinstance(radios.widget, Radios)
    assert radios.widget.hints == {"a": "The first"}


def test_optional_list_refuses_what_it_does_not_offer():
    listed = field(
        Kind.SELECT, choices=(Choice("a", "A"),), missing="", requirement=Requirement.OPTIONAL
    )
    assert refusal(listed, "z") == "Choose one from the list"
    assert listed.clean("") == ""


def test_autocomplete_is_passed_on():
    assert field(Kind.TEXT, autocomplete="name").widget.attrs["autocomplete"] == "name"
