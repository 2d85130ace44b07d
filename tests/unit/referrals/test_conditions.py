"""Conditions on answers, alone and combined."""

import pytest

from referrals.description.conditions import all_of, any_of, unless, when

DIED, HARMED = when("child_died", "yes"), when("seriously_harmed", "yes")


@pytest.mark.parametrize(
    ("condition", "answers", "holds"),
    [
        (when("harm", "neglect"), {"harm": ["physical", "neglect"]}, True),
        (when("harm", "neglect"), {"harm": ["physical"]}, False),
        (when("harm", "neglect"), {"harm": []}, False),
        (all_of(DIED, HARMED), {"child_died": "yes"}, False),
        (all_of(DIED, HARMED), {"child_died": "yes", "seriously_harmed": "yes"}, True),
        (any_of(DIED, HARMED), {"seriously_harmed": "yes"}, True),
        (any_of(DIED, HARMED), {}, False),
        (unless(DIED), {"child_died": "no"}, True),
        (unless(DIED), {"child_died": "yes"}, False),
    ],
)
def test_condition_holds_as_its_words_say(condition, answers, holds):
    assert condition.holds(answers) is holds


def test_combined_condition_looks_at_all_its_questions():
    combined = any_of(all_of(DIED, HARMED), unless(when("harm", "neglect")))
    assert combined.looks_at == {"child_died", "seriously_harmed", "harm"}
