"""The board asks the referrer for more: the question, the mail, the answer, the reminder."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from referrals.models import ReferrerQuestion, Verb
from referrals.models.audit import AuditEvent
from referrals.summaries.questions import remind
from tests.factories.agreement import at_work, newest_mail
from tests.factories.people import make_person, sign_in
from tests.factories.referrals import received, sent, text_of
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
QUESTION = "Who was told on that evening?"


@pytest.fixture
def desk():
    return sign_in(Client(), make_person(Role.COORDINATOR))


def ask(desk, referral, text=QUESTION):
    address = f"/panel/referrals/{referral.pk}/questions/ask/"
    return desk.post(address, {"text": text}, follow=True)


def answer(client, text="The night manager.", number=1):
    press = "11111111-1111-4111-8111-111111111111"
    address = f"/refer/status/questions/{number}/"
    return client.post(address, {"text": text, "press": press}, follow=True)


def test_referrer_is_asked_answers_and_the_panel_sees_both(client, desk, panel_mailbox):
    referral = sent(client)
    assert QUESTION in text_of(ask(desk, referral))
    assert "The panel has asked you something" in newest_mail().subject
    assert QUESTION not in newest_mail().body
    status = text_of(client.get("/refer/status/"))
    assert "The panel has asked you something" in status
    assert QUESTION not in status
    assert QUESTION in text_of(client.get("/refer/status/questions/1/"))
    for _ in range(2):
        assert "Your information was added" in text_of(answer(client))
    assert newest_mail().to == panel_mailbox
    shown = text_of(desk.get(f"/panel/referrals/{referral.pk}/questions/"))
    assert shown.find(QUESTION) < shown.find("The night manager.")
    assert "Waiting for the referrer" not in shown
    assert AuditEvent.objects.filter(verb=Verb.QUESTION_ANSWERED, about="question 1").count() == 1
    assert client.get("/refer/status/questions/1/").status_code == 302


def test_empty_answer_is_refused(client, desk):
    ask(desk, sent(client))
    assert "Write your answer" in text_of(answer(client, text=" "))


def test_answer_to_a_question_taken_back_is_handed_back(client, desk):
    referral = sent(client)
    ask(desk, referral)
    address = f"/panel/referrals/{referral.pk}/questions/1/take-back/"
    for _ in range(2):
        assert "Taken back" in text_of(desk.post(address, follow=True))
    response = answer(client)
    assert response.status_code == 409
    assert "The night manager." in text_of(response)
    assert "asked you something" not in text_of(client.get("/refer/status/"))


def test_unknown_questions_are_not_found(client, desk):
    referral = sent(client)
    assert client.get("/refer/status/questions/7/").status_code == 404
    address = f"/panel/referrals/{referral.pk}/questions/7/take-back/"
    assert desk.post(address).status_code == 404


def test_nobody_is_asked_where_no_mail_would_arrive(desk):
    referral = received()
    referral.answers = {**referral.answers, "referrer_email": ""}
    referral.save()
    assert "no email address of its referrer" in text_of(ask(desk, referral))
    assert not ReferrerQuestion.objects.exists()


def test_reminder_goes_out_once_on_the_second_working_day(client, desk, mailoutbox):
    ask(desk, sent(client))
    ReferrerQuestion.objects.update(asked_at=at_work("2025-03-03"))
    for day, count in (("2025-03-04", 0), ("2025-03-05", 1), ("2025-03-06", 1)):
        remind(at_work(day))
        found = AuditEvent.objects.filter(verb=Verb.QUESTION_REMINDED).count()
        assert found == count
    assert newest_mail().subject.startswith("Reminder: the panel has asked you")


def test_nobody_is_reminded_at_night(client, desk):
    ask(desk, sent(client))
    ReferrerQuestion.objects.update(asked_at=timezone.now() - timedelta(days=30))
    remind(at_work("2025-03-05", hour=3))
    assert ReferrerQuestion.objects.get().reminded_at is None
