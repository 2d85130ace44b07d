"""The manager's pages: from the link in the mail to an answer that counts."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from referrals.agreement import views
from referrals.models import Agreement, AgreementLink, AuditEvent, Referral, Status, Verb
from tests.factories.agreement import (
    ALEX,
    answer,
    asked,
    newest_code,
    newest_mail,
    newest_token,
    prove,
    request_of,
    the_agreement,
)
from tests.factories.referrals import filled_in, received, send, text_of
from tscb.common.mailed_link import limits
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


@pytest.fixture
def token() -> str:
    return asked()


def page(client: Client, token: str, rest: str = "") -> str:
    return text_of(client.get(f"/agreement/{token}/{rest}", follow=True))


def test_sending_a_referral_asks_the_manager_who_agrees_in_four_steps(client):
    filled_in(client)
    send(client)
    manager, token = Client(), newest_token()
    assert "A colleague asks for your agreement" in page(manager, token)
    assert prove(manager, token).headers["Location"] == f"/agreement/{token}/answer/"
    assert "Do you agree to this referral?" in page(manager, token, "answer/")
    assert "Thank you" in text_of(answer(manager, token))
    row = the_agreement()
    assert row.is_given
    assert row.answered_at


def test_manager_sees_who_refers_why_and_the_outline_alone(client, token):
    prove(client, token)
    shown = page(client, token, "answer/")
    for seen in ("Sam Sample", "Health visitor", "What happened, in outline", "fictional account"):
        assert seen in shown
    for hidden in ("Robin", "0161 496 0001", "sam.sample@example.org", "Sampletown", "3 May 2016"):
        assert hidden not in shown


def test_wording_is_shown_as_it_is_kept(client, token):
    prove(client, token)
    Agreement.objects.update(wording="The very words of the day.")
    assert "The very words of the day." in page(client, token, "answer/")


def test_comment_is_kept(client, token):
    prove(client, token)
    answer(client, token, answer="agreed_with_comment", comment="We hold the records")
    assert (the_agreement().state, the_agreement().words) == (
        "agreed_with_comment",
        "We hold the records",
    )


def test_refusal_with_its_reason_leaves_the_referral_received(client, token):
    prove(client, token)
    shown = text_of(answer(client, token, answer="declined", reason="It needs more work first"))
    assert "Your answer was received: declined" in shown
    assert the_agreement().words == "It needs more work first"
    assert Referral.objects.get().status == Status.RECEIVED


def test_referrer_is_told_that_there_is_an_answer_and_not_which(client, token):
    prove(client, token)
    answer(client, token, answer="declined", reason="It needs more work first")
    mail = newest_mail()
    assert mail.to == "sam.sample@example.org"
    assert Referral.objects.get().reference in mail.body
    assert "/refer/agreement/" in mail.body
    assert "declined" not in mail.body.lower()
    assert "more work" not in mail.body


@pytest.mark.parametrize(
    ("typed", "sentence", "target"),
    [
        ({"answer": ""}, "Say whether you agree", "id_answer_0"),
        ({"answer": "maybe"}, "Select a valid choice", "id_answer_0"),
        ({"answer": "declined"}, "Say why you do not agree", "id_reason"),
        ({"answer": "agreed_with_comment"}, "Enter your comment", "id_comment"),
        ({"answer": "declined", "reason": "x" * 4_001}, "4,000", "id_reason"),
    ],
)
def test_answer_that_lacks_something_is_asked_for_it(client, token, typed, sentence, target):
    prove(client, token)
    shown = text_of(answer(client, token, **typed))
    assert sentence in shown or sentence.replace(",", "") in shown
    assert f'href="#{target}"' in shown
    assert the_agreement().is_waiting


def test_wrong_code_opens_nothing_and_says_so(client, token):
    client.post(f"/agreement/{token}/")
    wrong = str((int(newest_code()) + 1) % 10**6).zfill(6)
    response = client.post(f"/agreement/{token}/code/", {"code": wrong})
    assert "This is not the code that we sent" in text_of(response)
    assert client.get(f"/agreement/{token}/answer/").status_code == 302


def test_code_that_has_expired_says_so(client, token):
    client.post(f"/agreement/{token}/")
    AgreementLink.objects.update(code_expires_at=timezone.now())
    response = client.post(f"/agreement/{token}/code/", {"code": newest_code()})
    assert "This code no longer works" in text_of(response)


def test_empty_code_is_asked_for(client, token):
    assert "Enter the code" in text_of(client.post(f"/agreement/{token}/code/"))


def test_whoever_has_shown_the_mailbox_is_asked_for_no_second_code(client, token):
    prove(client, token)
    response = client.get(f"/agreement/{token}/code/")
    assert response.headers["Location"] == f"/agreement/{token}/answer/"


def test_answered_link_says_so_to_others_without_saying_which(client, token):
    prove(client, token)
    answer(client, token, answer="declined", reason="No")
    shown = page(Client(), token)
    assert "This was answered" in shown
    assert "eclined" not in shown
    assert "This was answered" in page(Client(), token, "answer/")


def test_second_answer_changes_nothing(client, token):
    prove(client, token)
    answer(client, token)
    assert "Thank you" in text_of(answer(client, token, answer="declined", reason="No"))
    assert the_agreement().state == "agreed"
    assert OutgoingMail.objects.filter(subject__startswith="An answer").count() == 1


def test_replaced_link_says_so_and_takes_no_code_and_no_answer(client, token):
    prove(client, token)
    request_of(Referral.objects.get(), ALEX)
    assert "This link is no longer needed" in page(client, token)
    assert "This link is no longer needed" in text_of(answer(client, token))
    before = OutgoingMail.objects.count()
    client.post(f"/agreement/{token}/")
    assert OutgoingMail.objects.count() == before


@pytest.mark.parametrize("status", [Status.WITHDRAWN, Status.DECIDED])
def test_link_to_an_ended_referral_asks_for_nothing(client, token, status):
    Referral.objects.update(status=status)
    assert "No answer is needed any more" in page(client, token)


def test_referral_before_the_panel_still_takes_an_answer(client, token):
    Referral.objects.update(status=Status.WITH_PANEL)
    prove(client, token)
    answer(client, token)
    assert the_agreement().is_given


def test_expired_link_brings_a_new_one_to_the_same_mailbox(client, token):
    AgreementLink.objects.update(expires_at=timezone.now())
    assert "This link has expired" in page(client, token)
    assert "We have sent a new link" in text_of(client.post(f"/agreement/{token}/"))
    assert newest_mail().to == "morgan.sample@example.org"
    assert newest_token() != token
    assert "A colleague asks" in page(client, newest_token())
    assert AuditEvent.objects.filter(verb=Verb.LINK_RENEWED).count() == 1


@pytest.mark.parametrize("rest", ["", "code/", "answer/"])
def test_unknown_link_is_not_found_and_says_what_to_do(client, rest):
    for response in (client.get(f"/agreement/x/{rest}"), client.post(f"/agreement/x/{rest}")):
        assert response.status_code == 404
        assert "We do not know this link" in text_of(response)


def test_answer_after_the_session_s_end_hands_back_what_was_typed(client, token):
    prove(client, token)
    AgreementLink.objects.update(session_expires_at=timezone.now() - timedelta(seconds=1))
    typed = {"answer": "declined", "reason": "It took me long to write this"}
    response = answer(client, token, **typed)
    assert response.status_code == 403
    assert "It took me long to write this" in text_of(response)
    assert "fictional account" not in text_of(response)
    assert the_agreement().is_waiting


@pytest.mark.parametrize("change", [{"state": "replaced"}, {"state": "agreed"}])
def test_words_of_an_answer_that_no_longer_counts_are_handed_back(client, token, change):
    prove(client, token)
    answered = timezone.now() if change["state"] == "agreed" else None
    Agreement.objects.update(**change, answered_at=answered)
    response = answer(client, token, answer="declined", reason="It took me long to write this")
    assert response.status_code == 409
    assert "It took me long to write this" in text_of(response)


def test_words_that_were_kept_are_not_handed_back_after_a_double_click(client, token):
    prove(client, token)
    typed = {"answer": "declined", "reason": "More work first"}
    assert "It was not kept" not in text_of(answer(client, token, **typed))
    assert "It was not kept" not in text_of(answer(client, token, **typed))


def test_answer_that_came_too_late_for_a_request_replaced_in_the_same_moment(
    client, token, monkeypatch
):
    """Between the look at the link and the answer, somebody else was asked."""
    prove(client, token)
    monkeypatch.setattr("referrals.agreement.access.state_of", lambda link: "open")
    Agreement.objects.update(state="replaced")
    client.post(f"/agreement/{token}/answer/", {"answer": "agreed"})
    assert the_agreement().state == "replaced"


def test_code_asked_for_in_the_moment_of_an_answer_is_not_sent(client, token, monkeypatch):
    monkeypatch.setattr(views, "state_of", lambda link: "open")
    Agreement.objects.update(state="replaced")
    assert client.post(f"/agreement/{token}/").headers["Location"] == f"/agreement/{token}/"
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize(
    ("limit", "ask"),
    [
        ("CODES_A_DAY", lambda client, token: client.post(f"/agreement/{token}/")),
        ("CODES_AN_HOUR", lambda client, token: client.post(f"/agreement/{token}/")),
        ("TRIES_AN_HOUR", lambda client, token: client.post(f"/agreement/{token}/code/")),
    ],
)
def test_whoever_tries_very_often_is_refused_with_the_numbers(
    client, token, monkeypatch, limit, ask
):
    monkeypatch.setattr(limits, limit, 1)
    assert ask(client, token).status_code != 429
    refused = ask(client, token)
    assert refused.status_code == 429
    assert "0161 342 4101" in text_of(refused)
    assert refused.headers["Retry-After"]


def test_each_act_is_an_event(client):
    referral = received()
    token = asked(referral)
    prove(client, token)
    page(client, token, "answer/")
    answer(client, token)
    events = AuditEvent.objects.order_by("pk")
    assert [event.verb for event in events] == [
        Verb.AGREEMENT_ASKED,
        Verb.MAILBOX_PROVED,
        Verb.READ,
        Verb.AGREED,
    ]
    assert {event.reference for event in events} == {referral.reference}
    assert {event.actor_role for event in events} == {"Referrer", "Person asked to agree"}


def test_words_of_an_answer_come_back_where_the_browser_was_closed_meanwhile(token):
    manager = Client(enforce_csrf_checks=True)
    answered = {"answer": "declined", "reason": "Not <yet> discussed"}
    response = manager.post(f"/agreement/{token}/answer/", answered)
    assert response.status_code == 403
    assert "Not &lt;yet&gt; discussed" in text_of(response)
    assert "Send me a new code" in text_of(response)
    assert "no-store" in response.headers["Cache-Control"]
    assert not the_agreement().is_answered


def test_what_another_site_sends_in_an_answer_is_not_shown(token):
    manager = Client(enforce_csrf_checks=True)
    response = manager.post(
        f"/agreement/{token}/answer/", {"reason": "Planted"}, HTTP_ORIGIN="https://evil.example"
    )
    assert response.status_code == 403
    assert "Planted" not in text_of(response)
