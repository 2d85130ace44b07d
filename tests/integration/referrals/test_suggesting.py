"""Somebody suggests a case that others could learn from, of good practice above all, and the panel
sees at once what it is."""

import re
from uuid import uuid4

import pytest

from referrals.description.agencies_involved import ROWS as AGENCIES
from referrals.description.completeness import gaps
from referrals.description.example import complete_answers
from referrals.description.for_the_manager import rows_for_the_manager
from referrals.description.good_practice import PAGE
from referrals.description.pages import by_key, questions
from referrals.models import Referral
from tests.factories import make_event, make_review, make_theme, sign_in
from tests.factories.referrals import (
    WHY,
    answer,
    answer_all,
    filled_in,
    keep,
    received,
    send,
    start,
    text_of,
    the_referral,
)
from tscb.board.models import BoardSettings, Page

pytestmark = pytest.mark.django_db
SUGGEST = "/refer/suggest/"
GOOD = {
    "purpose": "learning",
    "learning_from": ["good-practice"],
    "child_died": "no",
    "seriously_harmed": "no",
    "abuse_or_neglect": "neither",
    "joint_working_concern": "no",
    "deprived_of_liberty": "no",
    "this_child_died": "no",
    "processes": ["none"],
}
# What nobody can answer of good work by which no child was harmed.
ABOUT_HARM = {
    "already_notified", "escalated", "kind_of_learning", "child_whereabouts_then",
    "child_carer_then", "incident_date_known", "incident_date", "first_known", "became_known_on",
    "you_knew_on", "incident_place", "harm_types", "what_went_well", "actions_taken",
    "media_interest", "community_interest", "coroner_informed",
}  # fmt: skip


def suggest(client):
    return client.post(SUGGEST, {"start_key": uuid4()})


def names_in(answers) -> set[str]:
    rows = [row for value in answers.values() if isinstance(value, list) for row in value]
    return set(answers).union(*(row for row in rows if isinstance(row, dict)))


def test_way_in_welcomes_good_practice_and_writes_nothing_until_it_is_pressed(client):
    page = text_of(client.get(SUGGEST))
    assert "Suggest a Learning Review" in page
    assert "Good practice is as welcome as practice that went wrong." in page
    assert "Speak to your safeguarding lead" in page
    assert "0161 342" in page
    assert not Referral.objects.exists()
    assert suggest(client).url == "/refer/before-you-start/"
    assert the_referral().answers == {"purpose": "learning"}


def test_pressing_twice_makes_one_draft(client):
    key = {"start_key": uuid4()}
    client.post(SUGGEST, key)
    client.cookies.clear()
    assert client.post(SUGGEST, key).status_code == 302
    the_referral()


def test_preset_reason_stands_on_its_page_and_can_be_changed(client):
    suggest(client)
    answer(client, by_key("before-you-start"))
    page = client.get("/refer/why-you-are-referring/").content.decode()
    assert re.search(r'value="learning"[^>]*\schecked', page)
    assert "What could others learn from?" in page
    answer(client, WHY, purpose="criteria")
    assert the_referral().answers["purpose"] == "criteria"


def test_good_practice_is_sent_without_a_word_about_harm(client, panel_member):
    suggest(client)
    assert all(response.status_code == 302 for response in answer_all(client, **GOOD))
    draft = the_referral()
    assert gaps(draft.answers, draft.unfinished) == []
    assert names_in(draft.answers).isdisjoint(ABOUT_HARM | {"records_secured"})
    assert {one.name for one in PAGE.questions} <= set(draft.answers)
    assert "for learning" in text_of(client.get("/refer/check/"))
    assert "Referral sent" in text_of(send(client))
    assert the_referral().case.learning_from == ["good-practice"]


def test_everything_about_harm_is_asked_of_any_other_case():
    everything = complete_answers(child_died="yes", processes=["inquest"])
    assert names_in(everything) >= ABOUT_HARM - {"kind_of_learning", "escalated"}
    assert not names_in(everything) & {one.name for one in PAGE.questions}
    learning = {**GOOD, "purpose": "both", "learning_from": None}
    assert {"kind_of_learning", "escalated", "records_secured"} <= names_in(
        complete_answers(**learning)
    )


@pytest.mark.parametrize(
    ("told", "asked", "not_asked"),
    [
        ({"seriously_harmed": "harmed"}, {"harm_types", "what_worked"}, {"worked_when"}),
        ({"learning_from": ["near-miss"]}, {"harm_types", "escalated"}, {"what_worked"}),
        (
            {"learning_from": ["good-practice", "to-improve"]},
            {"harm_types", "incident_place", "what_worked"},
            {"worked_when", "kind_of_learning"},
        ),
        ({"joint_working_concern": "yes"}, {"escalated", "worked_when"}, {"harm_types"}),
    ],
)
def test_more_is_asked_where_more_is_told(told, asked, not_asked):
    names = names_in(complete_answers(**{**GOOD, **told}))
    assert asked <= names
    assert not not_asked & names


def test_harm_without_harm_has_an_answer():
    (harm,) = (one for one in questions() if one.name == "harm_types")
    assert "No harm, as far as we know" in [option.label for option in harm.options()]


def test_suggestion_that_meets_the_criteria_is_told_so(client):
    filled_in(client, **{**GOOD, "child_died": "yes", "abuse_or_neglect": "known"})
    assert "must be referred" in text_of(client.get("/refer/check/"))


def test_draft_that_is_open_is_gone_on_with_and_never_doubled(client):
    start(client)
    page = text_of(client.get(SUGGEST))
    assert "A draft is open on this device already" in page
    assert suggest(client).status_code == 302
    keep(the_referral(), {"purpose": "learning"})
    assert client.get(SUGGEST).url == "/refer/"


def test_honeypot_and_a_page_that_was_open_too_long_come_back_to_it(client):
    for typed in ({"start_key": "no"}, {"start_key": ""}):
        page = text_of(client.post(SUGGEST, typed))
        assert "Please press Start now once more" in page
        assert "Suggest a Learning Review" in page


def test_panel_sees_what_it_is_and_finds_it_by_it(client, panel_member):
    good, other = received(**GOOD), received()
    sign_in(client, panel_member)
    page = text_of(client.get(f"/panel/referrals/{good.pk}/"))
    assert "Suggested for learning: Good practice" in page
    assert (
        "Suggested for" not in text_of(client.get(f"/panel/referrals/{other.pk}/")).split("<h1")[0]
    )
    for chosen in ("any", "good-practice"):
        board = text_of(client.get("/panel/", {"learning": chosen}))
        assert good.reference in board
        assert other.reference not in board
    assert "Any suggestion (1)" in board
    assert good.reference not in text_of(client.get("/panel/", {"learning": "near-miss"}))
    assert client.get("/panel/", {"learning": "praise"}).status_code == 404


def test_manager_reads_what_worked_well():
    told = {row.name: row.value for row in rows_for_the_manager(complete_answers(**GOOD))}
    assert told["learning_from"] == "Good practice, so that others can do it too"
    assert "four agencies met" in told["what_worked"]


def test_every_page_where_it_is_natural_leads_there_in_the_words_of_the_board(client):
    theme = make_theme("Neglect")
    review, event = make_review(), make_event()
    review.themes.add(theme)
    BoardSettings.objects.update_or_create(
        pk=1, defaults={"learning_review": "an appreciative inquiry"}
    )
    Page.objects.update_or_create(
        slug="learning-reviews", defaults={"title": "Learning", "body": "<p>Ours.</p>"}
    )
    pages = ("/", "/learning-reviews/", "/learning-events/")
    for address in (*pages, *(one.get_absolute_url() for one in (theme, review, event))):
        page = text_of(client.get(address))
        assert f'href="{SUGGEST}"' in client.get(address).content.decode(), address
        assert "Suggest an appreciative inquiry" in page, address
    assert "Suggest a" not in text_of(client.get("/privacy/"))


def test_agencies_of_good_practice_are_not_asked_to_secure_records():
    asked = AGENCIES.page("involvement").asked(complete_answers(**GOOD))
    assert "still_involved" in {one.name for one in asked}
