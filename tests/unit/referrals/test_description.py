"""Promise 6: each question is described once, completely, and every later use can rely on it."""

import re
from collections import Counter

import pytest
from django.template.loader import get_template

from referrals.description.choices import ETHNIC_GROUPS, OTHER, agencies
from referrals.description.conditions import AllOf, AnyOf, Given
from referrals.description.elements import Classification, Kind, Requirement
from referrals.description.pages import ALL_SECTIONS, FIRST, SECTIONS, by_key, pages, questions
from tscb.board.models import Agency

QUESTIONS = list(questions())
CHOSEN = {Kind.RADIOS, Kind.CHECKBOXES, Kind.SELECT, Kind.DECLARATION}
pytestmark = pytest.mark.django_db


def test_every_question_stands_on_exactly_one_page():
    counted = Counter(question.name for page in pages() for question in page.questions)
    assert set(counted.values()) == {1}


def test_page_keys_are_words_of_an_address_and_unique():
    keys = [section.key for section in ALL_SECTIONS]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch("[a-z-]+", key) for key in keys)


def but(right):
    """Names of the questions of which something is not so."""
    return [question.name for question in QUESTIONS if not right(question)]


def test_every_question_is_classified():
    assert but(lambda question: question.classification in Classification) == []


def test_question_that_may_not_be_empty_says_so_in_a_sentence():
    assert but(lambda q: q.missing or q.requirement == Requirement.OPTIONAL) == []


def test_question_offers_choices_exactly_when_its_kind_has_them():
    assert but(lambda question: bool(question.options()) == (question.kind in CHOSEN)) == []


def test_choices_of_a_question_differ():
    values = {q.name: [option.value for option in q.options()] for q in QUESTIONS}
    assert but(lambda q: len(set(values[q.name])) == len(values[q.name])) == []


def test_only_boxes_to_tick_rule_others_out_and_never_come_first():
    assert (
        but(
            lambda q: (
                (q.kind == Kind.CHECKBOXES and not q.options()[0].alone)
                or not any(option.alone for option in q.options())
            )
        )
        == []
    )


def test_written_question_brings_an_example():
    assert but(lambda question: question.options() or question.example) == []


def test_condition_asks_an_earlier_question_for_an_answer_it_offers():
    earlier: dict = {}
    for question in QUESTIONS:
        for given in given_in(question.condition):
            offered = {option.value for option in earlier[given.question].options()}
            assert set(given.answers) <= offered
        earlier[question.name] = question


def test_condition_within_a_page_asks_one_question_so_that_the_page_can_show_it():
    for page in pages():
        own = {question.name for question in page.questions}
        for question in page.questions:
            if question.condition and question.condition.looks_at & own:
                assert isinstance(question.condition, Given)


def given_in(condition):
    """The single conditions that one is made of."""
    if condition is None or isinstance(condition, Given):
        return [condition] if condition else []
    if isinstance(condition, AllOf | AnyOf):
        return [given for one in condition.conditions for given in given_in(one)]
    return given_in(condition.condition)


def test_notices_of_a_page_look_at_its_own_questions_and_have_a_text():
    for page in pages():
        own = {question.name for question in page.questions}
        for notice in page.notices:
            assert notice.condition.looks_at <= own
            assert get_template(f"referrals/notices/{notice.key}.html")


def test_nothing_personal_is_asked_before_the_stopping_notices():
    asked = {question.classification for question in FIRST.questions}
    assert asked == {Classification.OPERATIONAL}


def test_by_key_finds_a_page_and_nothing_else():
    assert by_key(SECTIONS[2].key) is SECTIONS[2]
    assert by_key("check") is None


def test_agencies_are_those_that_staff_keep_and_another():
    Agency.objects.create(name="Sample trust", slug="sample-trust")
    Agency.objects.create(name="Closed trust", slug="closed-trust", active=False)
    assert [choice.value for choice in agencies()] == ["Sample trust", OTHER]


def test_ethnic_groups_have_plain_values():
    assert all(re.fullmatch("[a-z-]+", choice.value) for choice in ETHNIC_GROUPS)
