"""Answers turned into rows that a person reads."""

import pytest

from referrals.description import children
from referrals.description.example import complete_answers
from referrals.description.pages import ALL_SECTIONS, PARTS
from referrals.description.reading import agency, passages

pytestmark = pytest.mark.django_db


def rows_of(answers, *more):
    return {row.question.name: row for passage in passages(answers, *more) for row in passage.rows}


def test_passages_follow_the_form():
    sections = [passage.section.key for passage in passages(complete_answers())]
    asked = [section.key for section in ALL_SECTIONS if section.key in sections]
    assert list(dict.fromkeys(sections)) == asked
    assert len(asked) > len(ALL_SECTIONS) / 2


def test_each_row_is_a_passage_with_its_number():
    titles = [passage.title for passage in passages(complete_answers(each=2))]
    assert any(title.startswith("Child 1") for title in titles)
    assert any(title.startswith("Child 2") for title in titles)


def test_things_of_which_none_was_given_are_an_empty_passage():
    assert any(
        passage.title == children.ROWS.title and not passage.rows for passage in passages({})
    )


def test_choice_is_shown_by_its_label():
    assert rows_of(complete_answers())["abuse_or_neglect"].value == "Known"


def test_choice_no_longer_offered_is_shown_as_it_was_kept():
    answers = complete_answers(referrer_agency="Closed trust")
    assert rows_of(answers)["referrer_agency"].value == "Closed trust"


def test_date_is_shown_in_words():
    assert rows_of(complete_answers())["child_date_of_birth"].value == "3 May 2016"


def test_unanswered_question_has_an_empty_value():
    row = rows_of({"children": [{"id": "a", "child_name_known": "yes"}]})["child_last_name"]
    assert (row.key, row.value, row.href) == ("Last name", "", "")


def test_question_on_a_path_not_taken_is_left_out():
    assert "seriously_harmed" not in rows_of(complete_answers(child_died="yes"))


def test_way_to_change_is_asked_for_each_row():
    rows = rows_of(
        complete_answers(), PARTS, lambda place, question: f"{place.row_id}#{question.name}"
    )
    assert rows["child_sex"].href == "children-1#child_sex"


def test_agency_is_the_one_chosen_or_the_one_written():
    assert agency({"referrer_agency": "Sample trust"}) == "Sample trust"
    assert agency({"referrer_agency": "other", "referrer_agency_other": "A trust"}) == "A trust"
    assert agency({}) == ""
