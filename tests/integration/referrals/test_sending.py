"""Check and send: complete, declared, and never twice."""

import pytest

from referrals.description.example import complete_answers
from referrals.description.pages import FIRST
from referrals.form.submission import NotComplete, submit
from referrals.models import AuditEvent, Referral, Status, Verb
from tests.factories.referrals import (
    CHILD,
    CHILD_ADDRESS,
    answer,
    filled_in,
    posted,
    send,
    start,
    text_of,
    the_child,
    the_referral,
)
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


def test_check_page_shows_answers_with_ways_to_change_them(client):
    filled_in(client)
    page = text_of(client.get("/refer/check/"))
    assert "Robin" in page
    assert "3 May 2016" in page
    assert f'href="{CHILD_ADDRESS}?change=yes#id_child_first_names"' in page


def test_check_page_of_an_unfinished_referral_lists_what_is_missing(client):
    start(client)
    answer(client, FIRST)
    page = text_of(client.get("/refer/check/"))
    assert "Before you can send this" in page
    assert 'href="/refer/children/?change=yes"' in page
    assert "Send the referral" not in page


def test_undeclared_referral_is_not_sent(client):
    filled_in(client)
    page = text_of(client.post("/refer/check/"))
    assert "Tick the box to confirm before you send" in page
    assert 'href="#id_declaration_0"' in page
    assert the_referral().status == Status.DRAFT


def test_unfinished_referral_is_not_sent_even_if_declared(client):
    filled_in(client)
    answer(client, CHILD)
    client.post(CHILD_ADDRESS, {"child_name_known": "yes", "child_first_names": "Robin"})
    assert "Before you can send this" in text_of(send(client))
    assert the_referral().status == Status.DRAFT


def test_undeclared_and_unfinished_referral_hears_only_what_is_missing(client):
    start(client)
    answer(client, FIRST)
    page = text_of(client.post("/refer/check/"))
    assert "Before you can send this" in page
    assert "Tick the box" not in page


def test_submit_itself_refuses_what_is_incomplete(client):
    start(client)
    with pytest.raises(NotComplete) as refused:
        submit(referral_id=the_referral().pk)
    assert len(refused.value.gaps) > 20


def test_submit_itself_refuses_while_a_notice_stops_the_way(client):
    filled_in(client)
    answer(client, FIRST, spoken_to_manager="no")
    with pytest.raises(NotComplete):
        submit(referral_id=the_referral().pk)
    assert send(client).redirect_chain[-1] == ("/refer/before-you-start/", 302)


def test_sending_drops_what_belongs_to_a_path_not_taken(client):
    filled_in(client, child_died="no", joint_working_concern="no")
    client.post(CHILD_ADDRESS, posted(CHILD.page, complete_answers()["children"][0]))
    client.post(
        "/refer/why-you-are-referring/",
        {
            "purpose": "both",
            "child_died": "no",
            "seriously_harmed": "yes",
            "abuse_or_neglect": "known",
            "joint_working_concern": "no",
            "joint_working_reason": "Left from before",
        },
    )
    send(client)
    referral = the_referral()
    assert "child_date_of_death" not in the_child()
    assert "joint_working_reason" not in referral.answers
    assert referral.unfinished == {}


def test_sending_twice_shows_the_same_receipt(client):
    filled_in(client)
    first, second = text_of(send(client)), text_of(send(client))
    assert the_referral().reference in first
    assert the_referral().reference in second
    assert OutgoingMail.objects.count() == 2
    assert AuditEvent.objects.filter(verb=Verb.SUBMITTED).count() == 1


def test_submitting_again_gives_the_referral_that_was_received(client):
    filled_in(client)
    send(client)
    before = the_referral()
    assert submit(referral_id=before.pk).submitted_at == before.submitted_at


def test_page_saved_after_sending_changes_nothing_and_hands_the_text_back(client):
    filled_in(client)
    send(client)
    response = answer(client, CHILD, child_first_names="Someone else")
    assert response.status_code == 409
    assert "Someone else" in text_of(response)
    assert the_child()["child_first_names"] == "Robin"


def test_receipt_before_sending_leads_to_the_task_list(client):
    start(client)
    assert client.get("/refer/sent/").headers["Location"] == "/refer/"


def test_reference_that_is_taken_is_not_given_again(client, monkeypatch):
    offered = iter(["R-2222-3333", "R-2222-3333", "R-4444-5555"])
    monkeypatch.setattr("referrals.models.referral.new_reference", lambda: next(offered))
    for _ in range(2):
        client.cookies.clear()
        filled_in(client)
        send(client)
    references = set(Referral.objects.values_list("reference", flat=True))
    assert references == {"R-2222-3333", "R-4444-5555"}
