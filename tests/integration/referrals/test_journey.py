"""From the first page to the receipt, the way a practitioner goes."""

import pytest

from referrals.description.before_you_start import NOBODY_TOLD
from referrals.description.example import complete_answers
from referrals.description.pages import FIRST, SECTIONS
from referrals.models import Referral, Status
from tests.factories.referrals import (
    CHILD_ADDRESS,
    WHY,
    address,
    answer,
    answer_all,
    filled_in,
    send,
    start,
    text_of,
    the_referral,
)
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


def test_start_page_names_the_numbers_before_anything_else(client):
    page = text_of(client.get("/refer/"))
    assert page.index("0161 342 4101") < page.index("Start now")
    assert "0161 342 2222" in page


def test_starting_makes_a_draft_and_gives_a_cookie_for_the_form_alone(client):
    response = start(client)
    cookie = response.cookies["referral_draft"]
    assert response.headers["Location"] == "/refer/before-you-start/"
    assert the_referral().status == Status.DRAFT
    assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == ("/refer/", "Lax", True)
    assert not cookie["expires"]
    assert not cookie["max-age"]


def test_each_page_leads_to_the_next_and_the_last_to_the_check(client):
    start(client)
    ways = [response.headers["Location"] for response in answer_all(client)]
    assert ways[0] == address(SECTIONS[1])
    assert "/refer/children/" in ways
    assert ways[-1] == "/refer/check/"


def test_whole_journey_ends_with_a_receipt(client):
    start(client)
    answer_all(client)
    response = send(client)
    assert response.redirect_chain == [("/refer/sent/", 302)]
    referral = the_referral()
    assert referral.status == Status.RECEIVED
    assert referral.reference in text_of(response)
    assert referral.answers == complete_answers()


def test_task_list_says_how_far_one_has_come(client):
    start(client)
    answer(client, FIRST)
    page = text_of(client.get("/refer/"))
    assert "Completed" in page
    assert page.count("Completed") == 1
    assert page.count("Not started") > 10


def test_continue_leads_to_the_first_page_with_something_missing(client):
    start(client)
    answer(client, FIRST)
    assert start(client).headers["Location"] == "/refer/why-you-are-referring/"


def test_starting_again_with_a_draft_goes_on_with_it(client):
    start(client)
    start(client)
    assert Referral.objects.count() == 1


def test_child_at_risk_now_is_sent_to_the_phone_before_anything_personal(client):
    start(client)
    response = answer(client, FIRST, child_at_risk_now=NOBODY_TOLD)
    assert response.headers["Location"] == "/refer/before-you-start/"
    page = text_of(client.get("/refer/before-you-start/"))
    assert "Please phone first" in page
    assert page.count("0161 342 4101") + page.count("0161 342 2222") >= 3
    assert client.get(CHILD_ADDRESS).headers["Location"] == "/refer/before-you-start/"
    assert client.get("/refer/check/").headers["Location"] == "/refer/before-you-start/"


def test_practitioner_who_spoke_to_nobody_is_kindly_asked_to(client):
    start(client)
    answer(client, FIRST, spoken_to_manager="no")
    assert "Please speak to your manager" in text_of(client.get("/refer/before-you-start/"))
    assert "Cannot start yet" in text_of(client.get("/refer/"))


def test_task_list_says_when_nothing_is_missing(client):
    start(client)
    assert "Check your answers and send" not in text_of(client.get("/refer/"))
    filled_in(client)
    assert "Check your answers and send" in text_of(client.get("/refer/"))


def test_practitioner_who_could_reach_nobody_goes_on(client):
    start(client)
    response = answer(client, FIRST, spoken_to_manager="not-reached")
    assert response.headers["Location"] == "/refer/why-you-are-referring/"
    assert "When did you discuss the case" not in text_of(client.get("/refer/your-manager/"))


def test_child_not_safe_brings_the_numbers_and_no_error(client):
    filled_in(client, other_children_safe="no")
    page = text_of(client.get("/refer/check/"))
    assert "You said that a child is not safe now" in page
    assert "Send the referral" in page
    assert "A child is not safe" in text_of(send(client))


def test_children_whose_safety_is_not_known_bring_the_numbers(client):
    filled_in(client, other_children_safe="not-known")
    assert "do not know whether a child is safe now" in text_of(client.get("/refer/check/"))


def test_question_of_another_path_is_not_asked(client):
    start(client)
    answer(client, FIRST)
    answer(client, WHY, child_died="no")
    assert "Date of death" not in text_of(client.get(CHILD_ADDRESS))


def test_receipt_goes_to_the_referrer_and_notice_to_the_panel(client, panel_mailbox):
    filled_in(client)
    send(client)
    referral = the_referral()
    receipt, notice, _ = OutgoingMail.objects.order_by("pk")
    assert (receipt.to, notice.to) == ("sam.sample@example.org", panel_mailbox)
    assert referral.reference in receipt.body
    assert f"/panel/referrals/{referral.pk}/" in notice.body


def test_without_a_panel_mailbox_the_referral_goes_through(client):
    filled_in(client)
    send(client)
    receipt, request = OutgoingMail.objects.order_by("pk")
    assert (receipt.to, request.to) == ("sam.sample@example.org", "morgan.sample@example.org")


def test_start_page_after_sending_shows_the_way_to_the_status(client):
    filled_in(client)
    send(client)
    page = text_of(client.get("/refer/"))
    assert "/refer/status/" in page
    assert "Start now" in page
    start(client)
    assert Referral.objects.count() == 2
