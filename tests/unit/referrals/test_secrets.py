"""Random codes that people read, write and type."""

import math

import pytest

from referrals.models.secrets import (
    ALPHABET,
    RETURN_CODE_LENGTH,
    new_reference,
    new_return_code,
    new_token,
    read_reference,
    read_return_code,
)


def test_return_code_holds_at_least_80_bits():
    assert math.log2(len(ALPHABET)) * RETURN_CODE_LENGTH >= 80


def test_alphabet_has_nothing_to_confuse_and_makes_no_words():
    assert not set(ALPHABET) & set("01OILSUAE")
    assert len(set(ALPHABET)) == len(ALPHABET)


def test_return_code_is_grouped_for_writing_down():
    assert [len(group) for group in new_return_code().split("-")] == [4] * 5


def test_return_code_is_read_however_it_was_typed():
    code = new_return_code()
    assert read_return_code(f"  {code.lower().replace('-', ' ')}\n") == code
    assert read_return_code(code.replace("-", "")) == code


def test_return_code_of_nonsense_is_no_code():
    assert read_return_code("\x00 é …") == ""


def test_reference_has_its_shape_and_differs_each_time():
    references = {new_reference() for _ in range(50)}
    assert len(references) == 50
    assert all(len(reference) == 11 and reference.startswith("R-") for reference in references)


@pytest.mark.parametrize(
    "typed",
    ["R-RRRR-2345", "r-rrrr-2345", " RRRR2345 ", "rrrr 2345", "R RRRR 2345"],
)
def test_reference_is_read_however_it_was_typed(typed):
    assert read_reference(typed) == "R-RRRR-2345"


@pytest.mark.parametrize("typed", ["", "R-2345", "R-2345-6789-2", "\x00 é …", "2345-6789-23"])
def test_what_cannot_be_a_reference_is_none(typed):
    assert read_reference(typed) == ""


def test_every_reference_is_read_as_itself():
    assert all(read_reference(one) == one for one in (new_reference() for _ in range(50)))


def test_token_is_long():
    assert len(new_token()) >= 43
