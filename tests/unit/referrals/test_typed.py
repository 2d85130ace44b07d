"""What came with a request, in words and ready to be sent again."""

import pytest
from django.test import RequestFactory

from referrals.description.elements import Kind
from referrals.description.pages import questions
from referrals.form.typed import to_send_again, typed_in

pytestmark = pytest.mark.django_db  # choices of agencies are read from the database


def posted(**data):
    return RequestFactory().post("/refer/what-happened/", data)


def first(kind):
    return next(question for question in questions() if question.kind == kind)


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.TEXTAREA, Kind.EMAIL, Kind.PHONE])
def test_text_stands_under_its_question(kind):
    question = first(kind)
    assert typed_in(posted(**{question.name: "As typed"})) == [(question.label, "As typed")]


@pytest.mark.parametrize("kind", [Kind.RADIOS, Kind.SELECT])
def test_choice_is_told_by_its_label(kind):
    question = first(kind)
    choice = question.options()[0]
    assert typed_in(posted(**{question.name: choice.value})) == [(question.label, choice.label)]


def test_date_is_told_as_typed_in_the_order_of_the_page():
    name, label = first(Kind.DATE).name, first(Kind.DATE).label
    data = {f"{name}_day": "31", f"{name}_month": "Feb", f"{name}_year": "26"}
    assert typed_in(posted(**data)) == [(label, "31 Feb 26")]


def test_several_ticks_stand_below_one_another():
    assert typed_in(posted(harm=["one", "two"])) == [("Harm", "one\ntwo")]


def test_declaration_and_what_nobody_typed_are_left_out():
    silent = {"declaration": "yes", "seen": "a:b", "later": "yes", "start_key": "1", "press": "2"}
    assert typed_in(posted(**silent, csrfmiddlewaretoken="x", board_notes="y", outline="")) == []


def test_looking_brings_nothing():
    assert typed_in(RequestFactory().get("/refer/", {"outline": "x"})) == []


def test_all_but_the_token_is_sent_again():
    again = to_send_again(posted(csrfmiddlewaretoken="x", seen="a:b", harm=["one", "two"]))
    assert again == [("seen", "a:b"), ("harm", "one"), ("harm", "two")]
