"""Whom to call: always there, always the right number, and both in doubt."""

import re
from datetime import time

import pytest
from django.utils import timezone

from tests.factories import make_person, sign_in
from tests.factories.numbers import unguarded, without_hours
from tests.unit.board.nowhere import database_nowhere
from tscb.board import facts, site
from tscb.board.models import (
    BoardSettings,
    Closure,
    ContactPoint,
    OpeningHours,
    WordsInLanguage,
)

ADDRESS = "/worried-about-a-child/"
SEED = [
    "If you think a child is being abused or mistreated or you have concerns about a child’s",
    "please contact one of the numbers shown on this page.",
    "Your phone call could help to safeguard a child who may be at risk.",
    "If the situation is immediately dangerous for the child then ring",
    "and ask for the Police",
    "If the child is not in immediate danger",
    "Children&#x27;s Hub",
    "Monday to Friday during office hours",
    "Monday to Friday outside office hours and weekends and public holidays",
    "GM Procedures Manual",
    "Safeguarding concerns can be reported to the Children’s Hub using the",
    "Online Electronic Referral form",
]
NUMBERS = ["999", "0161 342 4101", "0161 342 2222"]


@pytest.fixture
def board(db):
    facts.set_up()


def text_of(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.usefixtures("board")
def test_page_says_all_that_the_seed_says(client):
    text = text_of(client.get(ADDRESS))
    assert [words for words in SEED if words not in text] == []


@pytest.mark.usefixtures("board")
@pytest.mark.parametrize("number", NUMBERS)
def test_every_number_can_be_pressed(client, number):
    text = text_of(client.get(ADDRESS))
    assert f'href="tel:{number.replace(" ", "")}">{number}</a>' in text


@pytest.mark.usefixtures("board")
@pytest.mark.usefixtures("facts_are_kept")
def test_page_sets_no_cookie_and_asks_seven_queries_once(client, django_assert_num_queries):
    with django_assert_num_queries(7):
        response = client.get(ADDRESS)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    with django_assert_num_queries(0):
        client.get(ADDRESS)


def test_page_answers_when_there_never_was_a_database(client):
    response = client.get(ADDRESS)
    assert response.status_code == 200
    assert [number for number in NUMBERS if number not in text_of(response)] == []


@pytest.mark.usefixtures("board")
def test_page_answers_when_the_database_is_gone(client):
    with database_nowhere():
        response = client.get(ADDRESS)
    assert response.status_code == 200
    assert [words for words in SEED if words not in text_of(response)] == []


@pytest.mark.usefixtures("board")
def test_page_answers_staff_who_are_signed_in_when_the_database_is_gone(client):
    sign_in(client, make_person())
    with database_nowhere():
        assert client.get(ADDRESS).status_code == 200


@pytest.mark.usefixtures("board")
def test_both_numbers_when_no_hours_are_entered(client):
    without_hours()
    text = text_of(client.get(ADDRESS))
    assert "Call one of these numbers now" in text
    assert "Call now:" not in text


@pytest.mark.usefixtures("board")
def test_closed_today_leads_to_the_other_number(client):
    without_hours()
    office = ContactPoint.objects.get(role="office-hours")
    OpeningHours.objects.bulk_create(
        OpeningHours(contact_point=office, weekday=day, opens=time(0), closes=time(23, 59, 59))
        for day in range(7)
    )
    Closure.objects.create(date=timezone.localdate(), reason="Moving house")
    text = text_of(client.get(ADDRESS))
    assert text.index("Call now:") < text.index("0161 342 2222", text.index("Call now:"))
    assert "Moving house" not in text


@pytest.mark.usefixtures("board")
def test_online_referral_without_address_is_named_and_asked_for(client):
    assert "Online Electronic Referral form (ask for it on the telephone)" in text_of(
        client.get(ADDRESS)
    )


@pytest.mark.usefixtures("board")
def test_links_follow_the_addresses_that_staff_enter(client):
    BoardSettings.objects.update(online_referral_url="https://example.org/refer", manual_url="")
    text = text_of(client.get(ADDRESS))
    assert 'href="https://example.org/refer">Online Electronic Referral form</a>' in text
    assert "<li> GM Procedures Manual </li>" in text


@pytest.mark.usefixtures("board")
def test_page_is_kept_no_longer_than_its_advice_holds(client):
    response = client.get(ADDRESS)
    seconds = int(re.search(r"max-age=(\d+)", response.headers["Cache-Control"])[1])
    left = (response.context["site"].advice.valid_until - timezone.now()).total_seconds()
    assert seconds <= min(60, left + 1)
    assert "public" in response.headers["Cache-Control"]


@pytest.mark.usefixtures("board")
def test_contact_without_note_or_hours_is_listed(client):
    ContactPoint.objects.create(name="Family Information Service", number="101", role="other")
    assert 'href="tel:101">101</a>' in text_of(client.get(ADDRESS))


def test_only_reading_is_allowed(client):
    assert client.post(ADDRESS).status_code == 405


@pytest.mark.usefixtures("board")
def test_what_matters_most_comes_first(client):
    text = text_of(client.get(ADDRESS))
    order = [
        "If the child is in immediate danger",
        "If the child is not in immediate danger",
        "Online Electronic Referral form",
        "GM Procedures Manual",
        "Signs that a child may need help</h2>",
        "What happens when you call</h2>",
        "If you are a child or a teenager</h2>",
        "If you cannot hear or speak on the phone</h2>",
        "If English is not your first language</h2>",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.usefixtures("board")
@pytest.mark.parametrize("number", ["0800 1111", "0808 800 5000", "101", "116 123"])
def test_helplines_can_be_pressed_and_are_never_the_number_of_the_moment(client, number):
    response = client.get(ADDRESS)
    assert f'href="tel:{number.replace(" ", "")}">{number}</a>' in text_of(response)
    assert number not in [line.number for line in response.context["site"].advice.lines]


@pytest.mark.usefixtures("board")
def test_helpline_that_staff_take_off_is_gone_and_its_heading_with_it(client):
    with unguarded():
        ContactPoint.objects.filter(role="support").delete()
    assert "Other people you can call" not in text_of(client.get(ADDRESS))


@pytest.mark.usefixtures("board")
def test_hub_is_reached_through_relay(client):
    text = text_of(client.get(ADDRESS))
    assert 'href="tel:1800101613424101">18001 0161 342 4101</a>' in text
    assert 'href="tel:18000">18000</a>' in text


@pytest.mark.usefixtures("board")
def test_way_out_leads_where_staff_set_it_and_says_not_where_from(client):
    BoardSettings.objects.update(exit_url="https://weather.example/")
    link = 'href="https://weather.example/" rel="nofollow noreferrer"'
    assert link in text_of(client.get(ADDRESS))


@pytest.mark.usefixtures("board")
def test_other_languages_are_shown_once_a_speaker_has_checked_them(client):
    assert "Polski" not in text_of(client.get(ADDRESS))
    WordsInLanguage.objects.filter(code="ur").update(checked_on="2026-01-05")
    WordsInLanguage.objects.filter(code="pl").update(checked_on="2026-01-05", published=False)
    site.forget()
    text = text_of(client.get(ADDRESS))
    assert '<span lang="ur" dir="rtl">اردو</span> (Urdu)' in text
    assert "Polski" not in text
    assert "Sample" not in text


@pytest.mark.usefixtures("board")
def test_words_of_a_sample_are_marked(client):
    WordsInLanguage.objects.filter(code="pl").update(is_sample=True)
    assert "No speaker of this language has checked these words yet" in text_of(client.get(ADDRESS))
