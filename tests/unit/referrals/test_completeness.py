"""What is missing before a referral can be sent."""

import pytest

from referrals.description.children import ROWS
from referrals.description.completeness import Progress, gaps, progress, progress_of_row
from referrals.description.elements import Requirement
from referrals.description.example import complete_answers
from referrals.description.pages import FIRST, questions
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


def route_of(name):
    """The way to agreement on which this is asked."""
    first = name.partition("_")[0]
    return first if first in ("deputy", "spoken", "unreached") else "manager"


@pytest.mark.parametrize(
    "name",
    [
        question.name
        for question in questions()
        if question.requirement != Requirement.OPTIONAL and question.name != "declaration"
    ],
)
def test_gap_names_the_question_left_out(name):
    answers = complete_answers(
        child_died="no" if name == "seriously_harmed" else "yes",
        date_of_birth_known="no" if name == "child_age" else "yes",
        incident_date_known="no" if name == "incident_period" else "yes",
        other_children_safe="no" if name == "other_children_action" else "yes",
        referrer_agency="other",
        agreement_route=route_of(name),
    )
    forget(answers, name)
    assert names(gaps(answers, {}))[:1] == [name]


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
