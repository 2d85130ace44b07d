"""What is missing before a referral can be sent."""

import pytest

from referrals.description.children import ROWS
from referrals.description.completeness import Progress, gaps, progress, progress_of_row
from referrals.description.elements import Requirement
from referrals.description.example import complete_answers
from referrals.description.pages import FIRST, questions
from tests.factories.referral_paths import path_to
from tests.factories.referrals import CHILD, YOU

pytestmark = pytest.mark.django_db


def names(found):
    return [gap.question.name for gap in found]


def forget(answers, name):
    for held in (answers, *(row for value in answers.values() if is_rows(value) for row in value)):
        held.pop(name, None)


def is_rows(value):
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def test_complete_referral_has_no_gap():
    assert gaps(complete_answers(), {}) == []


def test_gap_names_each_question_left_out():
    needed = [q for q in questions() if q.requirement != Requirement.OPTIONAL]
    for question in needed[:-1]:  # the last is the declaration, which is made while sending
        answers = complete_answers(**path_to(question))
        forget(answers, question.name)
        assert names(gaps(answers, {}))[:1] == [question.name]


def test_optional_question_may_stay_empty():
    answers = complete_answers()
    forget(answers, "child_school")
    assert gaps(answers, {}) == []


def test_unreadable_answer_is_a_gap_even_where_none_is_needed():
    found = gaps(complete_answers(), {CHILD.row_id: {"child_school": "x" * 300}})
    assert (
        found[0].sentence
        == "Child 1: Look again at what you typed for “School, nursery or other setting”"
    )


def test_unreadable_answer_on_a_path_not_taken_is_no_gap():
    assert gaps(complete_answers(), {CHILD.row_id: {"child_age": "?"}}) == []


def test_answer_that_is_no_longer_offered_is_a_gap():
    assert names(gaps(complete_answers(referrer_agency="Closed trust"), {})) == ["referrer_agency"]


def test_progress_of_a_page():
    page = FIRST
    assert progress(page, {}, {}) == Progress.NOT_STARTED
    assert progress(page, {"child_at_risk_now": "no"}, {}) == Progress.STARTED
    assert progress(page, complete_answers(), {}) == Progress.DONE


def test_progress_counts_what_could_not_be_read_as_started():
    assert progress(YOU, {}, {"referrer_name": "x" * 300}) == Progress.STARTED


def test_rows_that_are_needed_are_a_gap_while_there_are_none():
    found = gaps(complete_answers() | {"children": []}, {})
    assert [gap.sentence for gap in found] == [ROWS.missing]


def test_progress_of_rows():
    assert progress(ROWS, {}, {}) == Progress.NOT_STARTED
    assert progress(ROWS, {"children": [{"id": "a"}]}, {}) == Progress.STARTED
    assert progress(ROWS, complete_answers(each=2), {}) == Progress.DONE
    assert progress_of_row(ROWS, CHILD.row_id, complete_answers(), {}) == Progress.DONE


def test_gap_in_a_row_says_in_which():
    answers = complete_answers(each=2)
    del answers["children"][1]["child_first_names"]
    assert [gap.sentence for gap in gaps(answers, {})] == ["Child 2: Enter the child’s first names"]
