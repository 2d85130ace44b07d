"""What a row is called in a list, and in which order rows stand."""

import pytest

from referrals.description import agencies_involved, children, family, key_dates
from referrals.description.places import called, rows_in
from referrals.description.reading import LONGEST_NAME, named

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("rows", "said", "name"),
    [
        (
            children.ROWS,
            {"child_first_names": "Robin", "child_last_name": "Sample"},
            "Robin Sample",
        ),
        (children.ROWS, {}, "Child 1"),
        (family.ROWS, {"person_name": "Lee", "person_relationship": "mother"}, "Lee, Mother"),
        (family.ROWS, {"person_relationship": "partner"}, "Partner of a parent, or step-parent"),
        (agencies_involved.ROWS, {"involved_agency": "Sample trust"}, "Sample trust"),
        (
            agencies_involved.ROWS,
            {"involved_agency": "other", "involved_agency_other": "A charity"},
            "A charity",
        ),
        (
            key_dates.ROWS,
            {"event_date": "2025-01-20", "event": "A visit"},
            "20 January 2025: A visit",
        ),
    ],
)
def test_row_is_called_by_what_tells_it_from_others(rows, said, name):
    assert named(rows, "a", {rows.name: [{"id": "a", **said}]}) == name


def test_long_name_is_shortened():
    answers = {"chronology": [{"id": "a", "event": "They visited again. " * 20}]}
    assert len(named(key_dates.ROWS, "a", answers)) <= LONGEST_NAME


def test_key_dates_stand_in_order_of_time_and_those_without_a_date_last():
    dates = {"a": "2025-03-04", "b": None, "c": "2024-12-01"}
    answers = {"chronology": [{"id": key, "event_date": day} for key, day in dates.items()]}
    assert [row["id"] for row in rows_in(answers, key_dates.ROWS)] == ["c", "a", "b"]
    assert called(key_dates.ROWS, "c", answers) == "Key date 1"


def test_what_repeats_otherwise_stands_in_the_order_in_which_it_was_added():
    answers = {"children": [{"id": "b"}, {"id": "a"}]}
    assert [row["id"] for row in rows_in(answers, children.ROWS)] == ["b", "a"]
