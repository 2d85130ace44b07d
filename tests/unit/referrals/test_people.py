"""By what an agency finds people: names, dates of birth, addresses, as far as they are known."""

import pytest

from referrals.description.example import complete_answers
from referrals.description.people import ADDRESS, BORN, NAME, people

pytestmark = pytest.mark.django_db  # choices of agencies are read from the database


def test_child_and_family_come_with_what_identifies_them():
    child, adult = people(complete_answers())
    assert child.told([NAME, BORN, ADDRESS]) == [
        ("Name", "Robin Sample, also Rob"),
        ("Date of birth", "3 May 2016"),
        ("Address", "1 Sample Street, Sampletown"),
    ]
    assert (child.called, adult.called) == ("Child 1", "Person 1")


def test_only_what_was_chosen_is_told():
    child, _ = people(complete_answers())
    assert child.told([ADDRESS]) == [("Address", "1 Sample Street, Sampletown")]


def test_child_without_a_name_is_told_by_what_is_known():
    row = {"id": "a", "child_name_known": "no", "date_of_birth_known": "no", "child_age": "About 4"}
    (child,) = people({**complete_answers(), "children": [row], "family": []})
    assert child.named == "no name known"
    assert child.told([NAME, BORN]) == [("Date of birth", "About 4")]
