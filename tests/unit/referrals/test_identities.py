"""What a referral names, and in whose row."""

import pytest

from referrals.description.elements import Identity
from referrals.description.example import complete_answers
from referrals.description.identities import namings

pytestmark = pytest.mark.django_db


def test_each_child_is_named_under_its_own_row():
    named = list(namings(complete_answers(each=2)))
    firsts = [one.holder for one in named if one.identity == Identity.FIRST_NAME]
    assert {("children", "children-1"), ("children", "children-2")} <= set(firsts)


def test_what_stands_outside_rows_has_no_holder():
    named = list(namings(complete_answers()))
    assert ("", "") in {one.holder for one in named if one.identity == Identity.PROFESSIONAL}


def test_empty_answers_and_those_of_a_path_not_taken_name_nothing():
    answers = {"date_of_birth_known": "no", "child_date_of_birth": "2016-05-03"}
    assert not list(namings({"children": [{"id": "a", "child_last_name": " ", **answers}]}))


@pytest.mark.parametrize("value", ["not known", "Not known.", "N/A", "?", " - ", "Unborn baby"])
def test_what_says_that_nobody_knows_names_nothing(value):
    assert not list(namings({"family": [{"id": "a", "person_name": value}]}))
