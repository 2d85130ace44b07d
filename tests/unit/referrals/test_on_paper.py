"""The form on paper: numbered, and in words when a question is to be answered."""

import pytest

from referrals.description.conditions import all_of, any_of, unless, when
from referrals.description.elements import Rows
from referrals.description.on_paper import numbers, sheets, told
from referrals.description.pages import ALL_SECTIONS, questions

pytestmark = pytest.mark.django_db
LONGEST_CONDITION = 200
DIED, ABUSE = when("child_died", "yes"), when("abuse_or_neglect", "known", "suspected")


def test_every_question_has_a_number_of_its_own():
    numbered = numbers()
    assert numbered.keys() == {question.name for question in questions()}
    assert len(set(numbered.values())) == len(numbered)


def test_every_condition_of_the_description_has_words():
    numbered = numbers()
    for question in questions():
        said = told(question.condition, numbered)
        assert bool(said) == (question.condition is not None)
        if question.condition:
            assert all(numbered[name] in said for name in question.condition.looks_at)


def words(condition) -> str:
    return told(condition, {"child_died": "2.2", "abuse_or_neglect": "2.4"})


def test_condition_names_the_question_and_the_answer():
    assert words(DIED) == "Only if the answer to 2.2 (“Has the child died?”) is “Yes”."
    assert words(ABUSE).endswith("known or suspected?”) is “Known” or “Suspected”.")
    assert words(None) == ""


def test_combined_conditions_are_said_in_full():
    assert ", and the answer to 2.4" in words(all_of(DIED, ABUSE))
    assert ", or the answer to 2.4" in words(any_of(DIED, ABUSE))
    assert "it is not so that the answer to 2.2" in words(unless(DIED))


def test_condition_without_words_is_an_error_and_no_empty_line():
    with pytest.raises(TypeError, match="no words"):
        told(object(), {})


def test_what_may_come_again_stands_twice():
    again = {section.title for section in ALL_SECTIONS if isinstance(section, Rows)}
    for sheet in sheets():
        assert len(sheet["copies"]) == (2 if sheet["title"] in again else 1)
    assert next(s for s in sheets() if s["one"] == "child")["copies"] == ["Child 1", "Child 2"]


def test_condition_of_many_parts_is_one_sentence_of_its_own():
    told_on_paper = [
        question["condition"]
        for sheet in sheets()
        for page in sheet["pages"]
        for question in page["questions"]
    ]
    assert "Leave this out if you are sure" in " ".join(told_on_paper)
    assert max(map(len, told_on_paper)) < LONGEST_CONDITION


def test_how_many_to_tick_is_said_once():
    for sheet in sheets():
        for page in sheet["pages"]:
            assert not any(q["help"].startswith("Tick all that apply.") for q in page["questions"])


def test_every_question_can_be_answered_by_hand():
    for sheet in sheets():
        for page in sheet["pages"]:
            for question in page["questions"]:
                assert question["choices"] or question["lines"] or question["kind"], question
