"""The form of a page keeps what is good, and what is not as it was typed."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from referrals.description.example import complete_answers
from referrals.description.pages import ALL_PAGES, by_key
from referrals.form.forms import form_for
from referrals.models import Referral
from tests.factories.referrals import posted

pytestmark = pytest.mark.django_db


def filled(key, data, **answers):
    form = form_for(by_key(key), Referral(answers=answers), QueryDict(urlencode(data)))
    form.is_valid()
    return form


@pytest.mark.parametrize("page", ALL_PAGES, ids=lambda page: page.key)
@pytest.mark.parametrize("died", ["yes", "no"])
def test_example_of_every_page_is_valid_and_comes_back_the_same(page, died):
    answers = complete_answers(child_died=died)
    form = form_for(page, Referral(answers=answers), QueryDict(urlencode(posted(page, answers))))
    assert form.errors == {}
    own = {question.name for question in page.asked(answers)}
    assert form.answers() == {name: value for name, value in answers.items() if name in own}
    assert form.unfinished() == {}


def test_unreadable_date_is_kept_as_its_three_parts():
    data = {"date_of_birth_known": "yes", "child_date_of_birth_day": "31"}
    data |= {"child_date_of_birth_month": "2", "child_date_of_birth_year": "2016"}
    form = filled("the-child", data)
    assert form.unfinished() == {"child_date_of_birth": ["31", "2", "2016"]}
    assert "child_date_of_birth" in form.errors


def test_text_inside_a_choice_that_was_left_is_kept_too():
    form = filled("the-child", {"date_of_birth_known": "yes", "child_age": "About 4"})
    assert "child_age" not in form.errors
    assert "child_age" not in form.answers()
    assert form.unfinished() == {"child_age": "About 4"}


def test_question_settled_on_another_page_is_asked_only_when_it_applies():
    assert "child_date_of_death" in filled("the-child", {}, child_died="yes").names
    assert "child_date_of_death" not in filled("the-child", {}, child_died="no").names


def test_condition_with_several_answers_asks_on_submit_only():
    form = filled("what-happened", {"other_children_safe": "not-known"})
    assert "other_children_action" not in form.errors


def test_form_shows_what_is_kept_and_what_was_unfinished():
    referral = Referral(
        answers={"date_of_birth_known": "yes", "child_first_names": "Robin"},
        unfinished={"child_date_of_birth": ["31", "2", "x"]},
    )
    form = form_for(by_key("the-child"), referral)
    assert form["child_first_names"].value() == "Robin"
    assert form["child_date_of_birth"].value() == ["31", "2", "x"]


def test_invented_fields_are_ignored():
    assert filled("the-child", {"status": "received"}).answers() == {}
