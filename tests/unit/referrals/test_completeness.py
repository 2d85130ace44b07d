"""What is missing before a referral can be sent."""

import pytest

from referrals.description.completeness import Progress, gaps, progress
from referrals.description.elements import Requirement
from referrals.description.example import complete_answers
from referrals.description.pages import PAGES

pytestmark = pytest.mark.django_db


def names(found):
    return [gap.question.name for gap in found]


def test_complete_referral_has_no_gap():
    assert gaps(complete_answers(), {}) == []


@pytest.mark.parametrize(
    "name",
    [q.name for page in PAGES for q in page.questions if q.requirement != Requirement.OPTIONAL],
)
def test_gap_names_the_question_left_out(name):
    answers = complete_answers(
        child_died="no" if name == "seriously_harmed" else "yes",
        date_of_birth_known="no" if name == "child_age" else "yes",
        incident_date_known="no" if name == "incident_period" else "yes",
        other_children_safe="no" if name == "other_children_action" else "yes",
        referrer_agency="other",
    )
    del answers[name]
    assert names(gaps(answers, {}))[:1] == [name]


def test_optional_question_may_stay_empty():
    answers = complete_answers()
    del answers["child_school"]
    assert gaps(answers, {}) == []


def test_unreadable_answer_is_a_gap_even_where_none_is_needed():
    found = gaps(complete_answers(), {"child_school": "x" * 300})
    assert (
        found[0].sentence == "Look again at what you typed for “School, nursery or other setting”"
    )


def test_unreadable_answer_on_a_path_not_taken_is_no_gap():
    assert gaps(complete_answers(), {"child_age": "?"}) == []


def test_answer_that_is_no_longer_offered_is_a_gap():
    assert names(gaps(complete_answers(referrer_agency="Closed trust"), {})) == ["referrer_agency"]


def test_progress_of_a_page():
    page = PAGES[0]
    assert progress(page, {}, {}) == Progress.NOT_STARTED
    assert progress(page, {"child_at_risk_now": "no"}, {}) == Progress.STARTED
    assert progress(page, complete_answers(), {}) == Progress.DONE


def test_progress_counts_what_could_not_be_read_as_started():
    assert progress(PAGES[3], {}, {"child_first_names": "x" * 300}) == Progress.STARTED
