"""Telephone numbers: a worried caller must never be refused a number that works."""

import pytest
from django.core.exceptions import ValidationError

from tscb.board.calling.phone import check_number, dialled


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("999", "999"),
        ("101", "101"),
        ("0161 342 4101", "01613424101"),
        ("(0161) 342-4101", "01613424101"),
        ("+44 (0)161 342 4101", "+441613424101"),
        ("0800 1111", "08001111"),
        ("07700 900123", "07700900123"),
    ],
)
def test_number_is_accepted_and_dialled(number, digits):
    check_number(number)
    assert dialled(number) == digits


@pytest.mark.parametrize("number", ["", "99", "ring the Hub", "0161 342 4101 ext. 5", "1" * 16])
def test_number_that_no_telephone_could_dial_is_refused(number):
    with pytest.raises(ValidationError, match="3 to 15 digits"):
        check_number(number)
