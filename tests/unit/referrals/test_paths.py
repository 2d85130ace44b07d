"""Conditions: which answers count, given the others, and when somebody is led elsewhere first."""

from referrals.description import before_you_start
from referrals.description.conditions import when
from referrals.description.example import complete_answers
from referrals.description.pages import CHECK, FIRST, questions
from referrals.description.places import BY_STAFF, applying, notices, places, scope, stop
from tests.factories.referral_paths import path_to


def test_condition_holds_for_each_of_its_answers_only():
    condition = when("child_died", "yes", "not-known")
    assert condition.holds({"child_died": "yes"})
    assert condition.holds({"child_died": "not-known"})
    assert not condition.holds({"child_died": "no"})
    assert not condition.holds({})


def test_applying_keeps_a_complete_path_whole(db):
    answers = complete_answers()
    assert applying(answers) == answers


def test_applying_drops_answers_of_a_path_not_taken(db):
    answers = complete_answers() | {"child_died": "no", "seriously_harmed": "yes"}
    kept = applying(answers)
    assert "child_date_of_death" not in kept["children"][0]
    assert kept["seriously_harmed"] == "yes"


def test_applying_drops_what_nobody_asks():
    assert applying({"shoe_size": "4"}) == {}


def test_every_question_is_reached_on_some_path(db):
    for question in questions():
        path = complete_answers(**path_to(question))
        asked = (one for place in places(path) for one in place.page.asked(scope(path, place)))
        assert question in (*asked, *CHECK.questions)


def test_stop_names_the_page_that_has_to_be_settled_first():
    assert stop({"child_at_risk_now": before_you_start.NOBODY_TOLD}) is FIRST
    assert stop({"spoken_to_manager": "no"}) is FIRST
    assert stop({"child_at_risk_now": "yes-told", "spoken_to_manager": "yes"}) is None


def test_who_could_reach_nobody_is_not_stopped():
    assert stop({"child_at_risk_now": "no", "spoken_to_manager": "not-reached"}) is None


def test_staff_are_not_told_to_speak_to_a_manager_of_their_own():
    spoken_to_nobody = {"spoken_to_manager": "no"}
    assert [notice.key for notice in notices(spoken_to_nobody)] == ["speak-first"]
    assert notices(spoken_to_nobody | {BY_STAFF: True}) == []


def test_child_not_safe_brings_a_notice_that_stops_nothing():
    answers = {"other_children_safe": "no"}
    assert [notice.key for notice in notices(answers)] == ["child-not-safe"]
    assert stop(answers) is None
