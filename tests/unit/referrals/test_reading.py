"""Answers turned into rows that a person reads."""

import pytest

from referrals.description.example import complete_answers
from referrals.description.pages import ALL_PAGES, PAGES
from referrals.description.reading import agency, sections

pytestmark = pytest.mark.django_db


def rows_of(answers, *more):
    return {row.question.name: row for part in sections(answers, *more) for row in part.rows}


def test_sections_follow_the_pages():
    assert [section.page for section in sections(complete_answers())] == list(ALL_PAGES)


def test_choice_is_shown_by_its_label():
    assert rows_of(complete_answers())["abuse_or_neglect"].value == "Known"


def test_choice_no_longer_offered_is_shown_as_it_was_kept():
    answers = complete_answers(referrer_agency="Closed trust")
    assert rows_of(answers)["referrer_agency"].value == "Closed trust"


def test_date_is_shown_in_words():
    assert rows_of(complete_answers())["child_date_of_birth"].value == "3 May 2016"


def test_unanswered_question_has_an_empty_value():
    row = rows_of({})["child_last_name"]
    assert (row.key, row.value, row.href) == ("Last name", "", "")


def test_question_on_a_path_not_taken_is_left_out():
    assert "seriously_harmed" not in rows_of(complete_answers(child_died="yes"))


def test_way_to_change_is_asked_for_each_row():
    rows = rows_of(complete_answers(), PAGES, lambda page, question: f"{page.key}#{question.name}")
    assert rows["child_sex"].href == "the-child#child_sex"


def test_agency_is_the_one_chosen_or_the_one_written():
    assert agency({"referrer_agency": "Sample trust"}) == "Sample trust"
    assert agency({"referrer_agency": "other", "referrer_agency_other": "A trust"}) == "A trust"
    assert agency({}) == ""
