"""The form of a page keeps what is good, and what is not as it was typed."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from referrals.description import in_court, parallel_processes, what_happened
from referrals.description.example import complete_answers
from referrals.description.places import Place, own, places, scope
from referrals.filling.forms import form_for
from referrals.models import Referral
from tests.factories.referrals import CHILD, HAPPENED, posted

pytestmark = pytest.mark.django_db


def filled(place, data, **answers):
    form = form_for(place, Referral(answers=answers), QueryDict(urlencode(data, doseq=True)))
    form.is_valid()
    return form


@pytest.mark.parametrize("died", ["yes", "no"])
def test_example_of_every_page_is_valid_and_comes_back_the_same(died):
    answers = complete_answers(child_died=died)
    for place in places(answers):
        given = own(answers, place)
        form = filled(place, posted(place.page, given), **answers)
        assert form.errors == {}
        asked = {question.name for question in place.page.asked(scope(answers, place))}
        assert form.answers() == {name: given[name] for name in given if name in asked}
        assert form.unfinished() == {}


def test_unreadable_date_is_kept_as_its_three_parts():
    data = {"date_of_birth_known": "yes", "child_date_of_birth_day": "31"}
    data |= {"child_date_of_birth_month": "2", "child_date_of_birth_year": "2016"}
    form = filled(CHILD, data)
    assert form.unfinished() == {"child_date_of_birth": ["31", "2", "2016"]}
    assert "child_date_of_birth" in form.errors


def test_text_inside_a_choice_that_was_left_is_kept_too():
    form = filled(CHILD, {"date_of_birth_known": "yes", "child_age": "About 4"})
    assert "child_age" not in form.errors
    assert "child_age" not in form.answers()
    assert form.unfinished() == {"child_age": "About 4"}


def test_question_settled_on_another_page_is_asked_only_when_it_applies():
    assert "child_date_of_death" in filled(CHILD, {}, child_died="yes").names
    assert "child_date_of_death" not in filled(CHILD, {}, child_died="no").names


def test_condition_with_several_answers_asks_on_submit_only():
    form = filled(Place(HAPPENED), {"other_children_safe": "not-known"})
    assert "other_children_action" not in form.errors


def test_form_shows_what_is_kept_and_what_was_unfinished():
    referral = Referral(
        answers={
            "children": [
                {"id": CHILD.row_id, "date_of_birth_known": "yes", "child_first_names": "Robin"}
            ]
        },
        unfinished={CHILD.row_id: {"child_date_of_birth": ["31", "2", "x"]}},
    )
    form = form_for(CHILD, referral)
    assert form["child_first_names"].value() == "Robin"
    assert form["child_date_of_birth"].value() == ["31", "2", "x"]


def test_invented_fields_are_ignored():
    assert filled(CHILD, {"status": "received"}).answers() == {}


def test_none_of_these_gives_way_to_what_is_ticked_beside_it():
    page = Place(parallel_processes.PAGE)
    assert filled(page, {"processes": ["none", "mappa"]}).answers() == {"processes": ["mappa"]}
    assert filled(page, {"processes": ["none"]}).answers() == {"processes": ["none"]}


def test_what_was_typed_is_kept_where_another_tab_has_made_the_question_go():
    form = filled(Place(in_court.CRIMINAL_CASE), {"criminal_officer": "Chris"}, processes=["none"])
    assert form.answers() == {"criminal_officer": "Chris"}


def test_page_where_nothing_is_asked_any_more_takes_nothing_and_complains_of_nothing():
    form = filled(Place(in_court.CRIMINAL_CASE), {}, processes=["none"])
    assert (form.names, form.errors) == (set(), {})


def test_only_a_date_that_may_be_future_can_be():
    later = {"_day": "1", "_month": "6", "_year": "2999"}
    hearing = {f"criminal_next_date{part}": typed for part, typed in later.items()}
    place = Place(in_court.CRIMINAL_CASE)
    assert filled(place, hearing, processes=["criminal"]).errors == {}
    knew = {f"became_known_on{part}": typed for part, typed in later.items()}
    assert "became_known_on" in filled(Place(what_happened.WHEN_AND_WHERE), knew).errors
