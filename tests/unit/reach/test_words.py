"""How a number stands to the one before it: in words, without sums that mean nothing."""

import pytest

from tests.factories.reach import YEAR
from tscb.reach.numbers import WHOLE, Number, Numbers
from tscb.reach.telling.parts import Told
from tscb.reach.telling.words import most_of, told_of


def numbers(number: int) -> Numbers:
    return Numbers([Number("Events", WHOLE, number)])


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (0, 0, "No event was held (none in the year before either)."),
        (1, 0, "1 event was held (none in the year before)."),
        (0, 2, "No event was held (2 in the year before)."),
        (12, 9, "12 events were held (3 more than the 9 in the year before)."),
        (9, 1200, "9 events were held (1,191 fewer than the 1,200 in the year before)."),
        (4, 4, "4 events were held (as many as in the year before)."),
    ],
)
def test_sentence_of_a_number(now, before, said):
    told = Told(YEAR, numbers(now), numbers(before))
    assert told_of(told, "Events", "event was held", "events were held") == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, ""),
        ({"Police": 0}, ""),
        ({"Police": 3, "Housing": 2, "Another agency or service": 9}, "Police"),
        ({"Police": 3, "Housing": 3}, "Housing and Police"),
        (dict.fromkeys("ABCD", 1), ""),
    ],
)
def test_agencies_with_most(counts, said):
    found = Numbers(Number("Came", WHOLE, number, name) for name, number in counts.items())
    assert most_of(Told(YEAR, found, found), "Came") == said
