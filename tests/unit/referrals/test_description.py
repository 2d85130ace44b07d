"""Promise 6: each question is described once, completely, and every later use can rely on it."""

import re
from collections import Counter

import pytest
from django.template.loader import get_template

from referrals.description.choices import ETHNIC_GROUPS, OTHER, agencies
from referrals.description.elements import Classification, Kind, Requirement
from referrals.description.pages import ALL_PAGES, PAGES, by_key, questions
from tscb.board.models import Agency

QUESTIONS = list(questions())
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
pytestmark = pytest.mark.django_db


def test_every_question_stands_on_exactly_one_page():
    counted = Counter(question.name for page in ALL_PAGES for question in page.questions)
    assert set(counted.values()) == {1}


def test_page_keys_are_words_of_an_address_and_unique():
    keys = [page.key for page in ALL_PAGES]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch("[a-z-]+", key) for key in keys)


@each_question
def test_question_is_classified(question):
    assert question.classification in Classification


@each_question
def test_question_that_may_not_be_empty_says_so_in_a_sentence(question):
    assert question.missing or question.requirement == Requirement.OPTIONAL


@each_question
def test_question_offers_choices_exactly_when_its_kind_has_them(question):
    chosen = {Kind.RADIOS, Kind.SELECT, Kind.DECLARATION}
    assert bool(question.options()) == (question.kind in chosen)


@each_question
def test_choices_of_a_question_differ(question):
    values = [option.value for option in question.options()]
    assert len(set(values)) == len(values)


@each_question
def test_written_question_brings_an_example(question):
    assert question.options() or question.example


@each_question
def test_condition_asks_an_earlier_question_for_an_answer_it_offers(question):
    if question.condition is None:
        return
    earlier = {q.name: q for q in QUESTIONS[: QUESTIONS.index(question)]}
    offered = {option.value for option in earlier[question.condition.question].options()}
    assert set(question.condition.answers) <= offered


@pytest.mark.parametrize("page", ALL_PAGES, ids=lambda page: page.key)
def test_notices_of_a_page_look_at_its_own_questions_and_have_a_text(page):
    own = {question.name for question in page.questions}
    for notice in page.notices:
        assert notice.condition.question in own
        assert get_template(f"referrals/notices/{notice.key}.html")


def test_nothing_personal_is_asked_before_the_stopping_notices():
    asked = {question.classification for question in PAGES[0].questions}
    assert asked == {Classification.OPERATIONAL}


def test_by_key_finds_a_page_and_nothing_else():
    assert by_key(PAGES[2].key) is PAGES[2]
    assert by_key("check") is None


def test_agencies_are_those_that_staff_keep_and_another():
    Agency.objects.create(name="Sample trust", slug="sample-trust")
    Agency.objects.create(name="Closed trust", slug="closed-trust", active=False)
    assert [choice.value for choice in agencies()] == ["Sample trust", OTHER]


def test_ethnic_groups_have_plain_values():
    assert all(re.fullmatch("[a-z-]+", choice.value) for choice in ETHNIC_GROUPS)
