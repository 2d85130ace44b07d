"""Promise 2: what was typed is in the database before the next page shows, errors or not."""

import pytest
from django.test import Client

from referrals.description.example import complete_answers
from referrals.description.pages import FIRST
from tests.factories.referrals import (
    CHILD,
    CHILD_ADDRESS,
    WHY,
    YOU,
    answer,
    keep,
    posted,
    start,
    text_of,
    the_child,
    the_referral,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def practitioner(client: Client) -> Client:
    start(client)
    answer(client, FIRST)
    return client


def test_page_with_errors_keeps_the_good_answers(practitioner):
    response = practitioner.post(
        CHILD_ADDRESS, {"child_name_known": "yes", "child_first_names": "Robin"}
    )
    page = text_of(response)
    assert response.status_code == 200
    assert "<title>Error: " in page
    assert 'href="#id_child_last_name"' in page
    assert the_child()["child_first_names"] == "Robin"


def test_page_with_errors_keeps_the_unreadable_text_and_shows_it_again(practitioner):
    typed = {"date_of_birth_known": "yes", "child_date_of_birth_day": "31"}
    typed |= {"child_date_of_birth_month": "Febtember", "child_date_of_birth_year": "2016"}
    assert "Febtember" in text_of(practitioner.post(CHILD_ADDRESS, typed))
    assert "Febtember" in text_of(practitioner.get(CHILD_ADDRESS))


def test_unreadable_text_is_put_on_the_check_page_as_something_to_look_at(practitioner):
    keep(the_referral(), complete_answers())
    practitioner.post(
        CHILD_ADDRESS,
        posted(CHILD.page, complete_answers()["children"][0]) | {"child_other_names": "x" * 201},
    )
    page = text_of(practitioner.get("/refer/check/"))
    assert "Look again at what you typed" in page
    assert f"{CHILD_ADDRESS}?change=yes#id_child_other_names" in page
    assert "Send the referral" not in page


def test_corrected_text_takes_the_place_of_the_unreadable_one(practitioner):
    practitioner.post(CHILD_ADDRESS, {"child_name_known": "yes", "child_first_names": "x" * 300})
    answer(practitioner, CHILD)
    assert the_referral().unfinished == {}
    assert the_child()["child_first_names"] == "Robin"


def test_very_long_text_is_refused_with_a_sentence_and_kept(practitioner):
    story = "word " * 5_000
    page = text_of(practitioner.post("/refer/what-happened/", {"outline": story}))
    assert "must be 20000 characters or fewer. It has 24999" in page
    assert the_referral().unfinished["outline"].strip() == story.strip()
    assert story.strip() in text_of(practitioner.get("/refer/what-happened/"))


def test_two_tabs_on_different_pages_keep_both(practitioner):
    other_tab = Client()
    other_tab.cookies = practitioner.cookies
    answer(practitioner, YOU)
    answer(other_tab, CHILD)
    assert the_referral().answers["referrer_name"] == "Sam Sample"
    assert the_child()["child_first_names"] == "Robin"


def test_answer_of_a_path_left_comes_back_with_the_path(practitioner):
    answer(practitioner, WHY)
    answer(practitioner, CHILD)
    answer(practitioner, WHY, child_died="no")
    answer(practitioner, CHILD, child_died="no")
    answer(practitioner, WHY, child_died="yes")
    assert 'value="2025"' in text_of(practitioner.get(CHILD_ADDRESS))


def test_text_typed_inside_another_choice_is_not_forgotten(practitioner):
    practitioner.post(CHILD_ADDRESS, {"date_of_birth_known": "yes", "child_age": "About four"})
    assert "About four" in text_of(practitioner.get(CHILD_ADDRESS))


def test_emptied_answer_is_emptied(practitioner):
    answer(practitioner, CHILD)
    practitioner.post(CHILD_ADDRESS, {"child_name_known": "yes", "child_first_names": "Robin"})
    assert "child_school" not in the_referral().answers


def test_saving_while_a_notice_stops_the_way_still_saves(practitioner):
    answer(practitioner, FIRST, spoken_to_manager="no")
    answer(practitioner, YOU)
    assert the_referral().answers["referrer_name"] == "Sam Sample"


def test_saved_for_later_keeps_a_half_finished_page_without_complaint(practitioner):
    typed = {"child_name_known": "yes", "child_first_names": "Robin", "later": "yes"}
    response = practitioner.post(CHILD_ADDRESS, typed, follow=True)
    page = text_of(response)
    assert "Your answers are saved" in page
    assert "There is a problem" not in page
    assert the_child()["child_first_names"] == "Robin"
