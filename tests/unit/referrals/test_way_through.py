"""Where Save and continue, Back and the task list lead."""

import pytest

from referrals.description.before_you_start import NOBODY_TOLD
from referrals.description.children import ROWS
from referrals.description.example import complete_answers
from referrals.description.pages import FIRST, SECTIONS
from referrals.description.places import Place, places
from referrals.form.journey import (
    address,
    after,
    before,
    is_open,
    next_address,
    row_lines,
    task_groups,
    way_to,
)
from tests.factories.referrals import CHILD, CHILD_ADDRESS, WHY

pytestmark = pytest.mark.django_db
PASSED = {"child_at_risk_now": "no", "spoken_to_manager": "yes"}


def all_tasks(answers):
    return [task for group in task_groups(answers, {}) for task in group.tasks]


def test_part_in_progress_has_a_colour_of_its_own():
    started, new = all_tasks({"child_at_risk_now": "no"})[:2]
    assert (started.colour, new.colour) == ("teal", "blue")


def test_after_a_page_comes_the_next():
    assert after(Place(FIRST), PASSED) == address(SECTIONS[1])


def test_after_every_page_comes_another_until_the_check():
    answers = complete_answers(each=2)
    ways = [after(place, answers) for place in places(answers)]
    assert ways[-1] == "/refer/check/"
    assert ways.count(address(ROWS)) == 3  # before the first, and after each
    assert all(there != address(place) for there, place in zip(ways, places(answers), strict=True))


def test_after_a_change_made_from_the_check_page_one_is_back_there():
    assert after(Place(WHY), complete_answers(), changing=True) == "/refer/check/"
    assert before(Place(WHY), complete_answers(), changing=True) == "/refer/check/"


def test_after_a_stopping_answer_one_stays():
    assert after(Place(FIRST), {"child_at_risk_now": NOBODY_TOLD}) == address(FIRST)


def test_back_leads_through_the_pages_to_the_start():
    assert before(Place(WHY), PASSED) == address(FIRST)
    assert before(Place(FIRST), PASSED) == "/refer/"
    assert before(CHILD, complete_answers()) == address(ROWS)


def test_later_pages_open_once_the_first_is_passed():
    assert is_open(FIRST, {})
    assert not is_open(SECTIONS[1], {})
    assert is_open(SECTIONS[1], PASSED)
    assert not is_open(SECTIONS[1], PASSED | {"spoken_to_manager": "no"})


def test_next_address_is_the_first_gap_or_the_check():
    assert next_address(PASSED, {}) == address(SECTIONS[1])
    assert next_address(complete_answers(), {}) == "/refer/check/"
    assert next_address(complete_answers() | {"children": []}, {}) == address(ROWS)


def test_tasks_have_no_address_while_closed():
    first, *others = all_tasks({})
    assert first.address == address(FIRST)
    assert not any(task.address for task in others)
    assert all(task.address for task in all_tasks(PASSED))


def test_rows_are_listed_by_their_names_or_their_numbers():
    answers = complete_answers() | {"children": [*complete_answers()["children"], {"id": "b"}]}
    first, second = row_lines(ROWS, answers, {})
    assert (first.name, first.address) == ("Robin Sample", CHILD_ADDRESS)
    assert (second.name, second.progress) == ("Child 2", "started")


@pytest.mark.parametrize(
    ("name", "input_id"),
    [
        ("child_sex", "id_child_sex_0"),
        ("child_date_of_birth", "id_child_date_of_birth_day"),
        ("child_last_name", "id_child_last_name"),
    ],
)
def test_way_to_a_question_leads_to_its_first_input(name, input_id):
    question = next(q for q in CHILD.page.questions if q.name == name)
    assert way_to(CHILD, question) == f"{CHILD_ADDRESS}?change=yes#{input_id}"
