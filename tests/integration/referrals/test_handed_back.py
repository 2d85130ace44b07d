"""Expired pages, lost cookies and referrals sent meanwhile: what was typed comes back, of every
kind, and can be sent again.
"""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from referrals.description.example import complete_answers
from referrals.description.pages import FIRST, questions
from referrals.form.journey import address
from tests.factories.referrals import (
    CHILD_ADDRESS,
    HAPPENED,
    YOU,
    answer,
    filled_in,
    posted,
    send,
    start,
    text_of,
    the_referral,
)

pytestmark = pytest.mark.django_db
STORY = address(HAPPENED)
TOLD = "First <line>\r\nSecond “line”"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def practitioner() -> Client:
    """Whose browser is asked for the token of each form, as a real one is."""
    client = Client(enforce_csrf_checks=True)
    token = {"csrfmiddlewaretoken": token_of(client.get("/refer/"))}
    client.post("/refer/", {"start_key": "6a6e58a4-6b3c-4b0c-9d0a-5d7f7f6a2a11"} | token)
    answer_first = posted(FIRST, complete_answers()) | token
    client.post(address(FIRST), answer_first)
    return client


def token_of(response) -> str:
    return hidden_in(response)["csrfmiddlewaretoken"]


def hidden_in(response) -> dict[str, str]:
    return {name: unescape(value) for name, value in HIDDEN.findall(text_of(response))}


def story() -> dict[str, str]:
    return posted(HAPPENED, complete_answers()) | {"outline": TOLD}


def test_page_with_an_old_token_comes_back_with_the_text_and_one_press_saves_it(practitioner):
    response = practitioner.post(STORY, story() | {"csrfmiddlewaretoken": "x" * 64})
    assert response.status_code == 403
    page = text_of(response)
    assert "Please press once more" in page
    assert "First &lt;line&gt;" in page
    assert "no-store" in response.headers["Cache-Control"]
    saved = practitioner.post(STORY, hidden_in(response))
    assert saved.status_code == 302
    assert the_referral().answers["outline"].split() == TOLD.split()


def test_every_kind_of_answer_is_handed_back_in_words(practitioner):
    labels = {question.name: question.label for question in questions()}
    for page, answers in ((HAPPENED, complete_answers()), (YOU, complete_answers())):
        shown = text_of(practitioner.post(address(page), posted(page, answers)))
        for question in page.questions:
            if question.name in answers:
                assert str(labels[question.name]) in unescape(shown)


def test_choices_are_handed_back_by_their_labels_and_dates_as_typed(practitioner):
    typed = {"incident_date_known": "no", "incident_date_day": "6", "incident_date_month": "Mar"}
    page = text_of(practitioner.post("/refer/when-and-where/", typed))
    assert "6 Mar" in page


def test_several_ticks_are_all_sent_again(practitioner):
    response = practitioner.post(STORY, {"outline": "x", "ticked": ["one", "two"]})
    again = HIDDEN.findall(text_of(response))
    assert ("ticked", "one") in again
    assert ("ticked", "two") in again


def test_browser_without_cookies_is_told_so_at_the_second_press():
    client = Client(enforce_csrf_checks=True)
    first = client.post("/refer/return/", {"reference": "R-2345-6789", "email": "me@x.example"})
    assert "keeps no cookies" not in text_of(first)
    client.cookies.clear()
    second = client.post("/refer/return/", hidden_in(first))
    assert second.status_code == 403
    assert "keeps no cookies" in text_of(second)
    assert "R-2345-6789" in text_of(second)


def test_start_with_an_old_token_needs_one_more_press():
    client = Client(enforce_csrf_checks=True)
    first = client.post("/refer/", {"start_key": "6a6e58a4-6b3c-4b0c-9d0a-5d7f7f6a2a12"})
    assert client.post("/refer/", hidden_in(first)).status_code == 302


@pytest.mark.parametrize("enforced", [True, False])
def test_lost_cookie_hands_the_text_back_to_be_saved_once_a_draft_is_open(enforced):
    """`enforced`: with the draft's cookie the one of the token is lost, too."""
    client = Client(enforce_csrf_checks=enforced)
    response = client.post(STORY, story())
    assert response.status_code == 404
    assert "We cannot find your draft on this device" in text_of(response)
    other = Client()
    start(other)
    answer(other, FIRST)
    client.cookies["referral_draft"] = other.cookies["referral_draft"].value
    assert client.post(STORY, hidden_in(response)).status_code == 302
    assert the_referral().answers["outline"].split() == TOLD.split()


def test_another_website_learns_and_sends_nothing(practitioner):
    response = practitioner.post(STORY, story(), headers={"Origin": "https://elsewhere.example"})
    assert response.status_code == 403
    assert "First" not in text_of(response).partition("<main")[2]


def test_text_saved_after_sending_is_handed_back_with_the_way_to_add_it(client):
    filled_in(client)
    send(client)
    response = client.post(STORY, story())
    page = text_of(response)
    assert response.status_code == 409
    assert "Second “line”" in page
    assert f'href="{reverse("refer:add")}"' in page
    assert the_referral().answers["outline"] != TOLD


def test_sending_once_more_leads_to_the_receipt(client):
    filled_in(client)
    send(client)
    assert send(client).redirect_chain == [("/refer/sent/", 302)]


def test_too_many_requests_hand_back_what_was_typed(client):
    typed = {"reference": "R-2345-6789", "email": "me@school.example"}
    for _ in range(11):
        response = client.post("/refer/return/", typed)
    page = text_of(response)
    assert response.status_code == 429
    assert 'href="tel:' in page
    assert "me@school.example" in page
    assert hidden_in(response)["reference"] == "R-2345-6789"


def test_empty_page_of_a_lost_draft_offers_nothing_to_save(client):
    page = text_of(client.post(CHILD_ADDRESS, {}))
    assert "We cannot find your draft" in page
    assert "Save what I typed" not in page
