"""Which test a case seems to meet: explained from the answers, never decided."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referrals.description.choices import NONE, NOT_KNOWN
from referrals.description.example import complete_answers
from referrals.description.pages import questions
from referrals.description.places import applying
from referrals.description.screening import LIMBS, MUST_BE_REFERRED, Outcome, Standing
from referrals.description.which_test import explain, has_begun

ASKED = {name for limb in LIMBS for name in limb.condition.looks_at}
OPTIONS = {
    question.name: [*(option.value for option in question.options()), None, "no longer offered"]
    for question in questions()
    if question.name in ASKED
}
BOXES = {"automatic_criteria"}
anything = st.fixed_dictionaries(
    {
        name: st.lists(st.sampled_from(values[:-2]), max_size=3)
        if name in BOXES
        else st.sampled_from(values)
        for name, values in OPTIONS.items()
    }
)
LIVING = {"child_died": "no", "seriously_harmed": "yes"}
SUSPECTED = {"abuse_or_neglect": "suspected", "deprived_of_liberty": "no"}


@settings(max_examples=300, deadline=None)
@given(anything)
def test_any_answers_have_exactly_one_outcome_and_never_an_exception(answers):
    explained = explain(applying(answers))
    assert explained.outcome in Outcome
    assert [limb for limb, _ in explained.limbs] == list(LIMBS)
    assert bool(explained.met) == (explained.outcome in (Outcome.MUST, Outcome.ENCOURAGED))
    assert bool(explained.unknown) or explained.outcome != Outcome.NOT_ENOUGH


@settings(max_examples=300, deadline=None)
@given(anything)
def test_case_must_be_referred_exactly_when_a_limb_of_the_criteria_is_met(answers):
    kept = applying(answers)
    assert (explain(kept).outcome == Outcome.MUST) == MUST_BE_REFERRED.holds(kept)


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"child_died": "yes", "abuse_or_neglect": "known"}, Outcome.MUST),
        (LIVING | SUSPECTED | {"joint_working_concern": "yes"}, Outcome.MUST),
        (LIVING | SUSPECTED | {"joint_working_concern": "no"}, Outcome.LEARNING),
        (
            LIVING | SUSPECTED | {"seriously_harmed": "harmed", "joint_working_concern": "yes"},
            Outcome.ENCOURAGED,
        ),
        (LIVING | {"abuse_or_neglect": "neither", "deprived_of_liberty": "yes"}, Outcome.MUST),
        (LIVING | {"abuse_or_neglect": "neither", "deprived_of_liberty": "no"}, Outcome.LEARNING),
        (
            {"child_died": "yes", "abuse_or_neglect": "neither", "automatic_criteria": ["custody"]},
            Outcome.MUST,
        ),
        (
            {"child_died": "yes", "abuse_or_neglect": "neither", "automatic_criteria": [NONE]}
            | {"deprived_of_liberty": "no"},
            Outcome.LEARNING,
        ),
        (LIVING | {"abuse_or_neglect": NOT_KNOWN}, Outcome.NOT_ENOUGH),
        ({}, Outcome.NOT_ENOUGH),
    ],
)
def test_outcome_follows_the_rule(answers, outcome):
    assert explain(answers).outcome == outcome


def test_what_is_not_known_is_named_once_and_in_words():
    explained = explain(LIVING | {"deprived_of_liberty": "no"})
    assert explained.unknown == (
        "abuse or neglect is known or suspected",
        "there is concern about how agencies worked together",
    )


def test_limb_says_where_its_rule_stands_and_how_it_stands():
    by_source = {limb.source: how for limb, how in explain(LIVING | SUSPECTED).limbs}
    assert by_source["2006 Regulations, regulation 5(2)(a) and (b)(i)"] == Standing.NOT_MET
    assert by_source["2006 Regulations, regulation 5(2)(a) and (b)(ii)"] == Standing.OPEN


def test_explaining_begins_with_the_first_answer_that_a_test_asks():
    assert not has_begun({})
    assert has_begun({"child_died": "no"})


@pytest.mark.parametrize(
    ("died", "concern"), list(product(["yes", "no"], ["yes", "no", "not-known"]))
)
def test_learning_is_asked_for_exactly_outside_the_criteria(db, died, concern):
    answers = complete_answers(
        child_died=died,
        joint_working_concern=concern,
        automatic_criteria=[NONE],
        deprived_of_liberty="no",
    )
    assert ("escalated" in answers) != MUST_BE_REFERRED.holds(answers)
