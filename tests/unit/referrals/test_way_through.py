"""Where Save and continue, Back and the task list lead."""

import pytest

from referrals.description.before_you_start import NOBODY_TOLD
from referrals.description.example import complete_answers
from referrals.description.pages import PAGES
from referrals.form.journey import address, after, before, is_open, next_address, tasks, way_to

pytestmark = pytest.mark.django_db
PASSED = {"child_at_risk_now": "no", "spoken_to_manager": "yes"}


def test_part_in_progress_has_a_colour_of_its_own():
    started, new = tasks({"child_at_risk_now": "no"}, {})[:2]
    assert (started.colour, new.colour) == ("teal", "blue")


def test_after_a_page_comes_the_next():
    assert after(PAGES[0], PASSED, {}) == "/refer/why-you-are-referring/"


def test_after_the_last_page_comes_the_check():
    assert after(PAGES[-1], PASSED, {}) == "/refer/check/"


def test_after_a_change_to_a_complete_referral_comes_the_check():
    assert after(PAGES[1], complete_answers(), {}) == "/refer/check/"


def test_after_a_stopping_answer_one_stays():
    assert after(PAGES[0], {"child_at_risk_now": NOBODY_TOLD}, {}) == address(PAGES[0])


def test_back_leads_through_the_pages_to_the_start():
    assert before(PAGES[1]) == address(PAGES[0])
    assert before(PAGES[0]) == "/refer/"


def test_later_pages_open_once_the_first_is_passed():
    assert is_open(PAGES[0], {})
    assert not is_open(PAGES[1], {})
    assert is_open(PAGES[1], PASSED)
    assert not is_open(PAGES[1], PASSED | {"spoken_to_manager": "no"})


def test_next_address_is_the_first_gap_or_the_check():
    assert next_address(PASSED, {}) == address(PAGES[1])
    assert next_address(complete_answers(), {}) == "/refer/check/"


def test_tasks_have_no_address_while_closed():
    assert [task.address for task in tasks({}, {})] == [address(PAGES[0]), "", "", "", ""]
    assert all(task.address for task in tasks(PASSED, {}))


@pytest.mark.parametrize(
    ("page", "name", "input_id"),
    [
        (3, "child_sex", "id_child_sex_0"),
        (3, "child_date_of_birth", "id_child_date_of_birth_day"),
        (3, "child_last_name", "id_child_last_name"),
    ],
)
def test_way_to_a_question_leads_to_its_first_input(page, name, input_id):
    question = next(q for q in PAGES[page].questions if q.name == name)
    assert way_to(PAGES[page], question) == f"/refer/the-child/#{input_id}"
