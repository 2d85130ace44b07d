"""Save and come back later: a link in a mail opens the referral on another device."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from referrals.description.elements import Classification
from referrals.description.example import complete_answers
from referrals.description.pages import questions
from referrals.form.links import answer_requests
from referrals.models import AuditEvent, DraftKey, KeyKind, LinkRequest, Referral, Verb
from tests.factories.outbox import link_in, mails_to
from tests.factories.referrals import answer_all, filled_in, send, start, text_of, the_referral
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
ME = "pat.practitioner@school.example"
ANSWERED = "sam.sample@example.org"  # what the example says in the form


def save_for_later(client: Client, to: str = ME) -> str:
    """The path of the link that was mailed."""
    client.post("/refer/later/", {"email": to})
    return link_in(mails_to(to)[-1], "/refer/open/")


def open_link(path: str, client: Client | None = None):
    client = client or Client()
    press = client.get(path).context["press"]
    return client.post(path, {"press": press})


def ask(reference: str, email: str, client: Client | None = None):
    return (client or Client()).post("/refer/return/", {"reference": reference, "email": email})


@pytest.fixture
def practitioner(client: Client) -> Client:
    filled_in(client)
    return client


def test_save_and_come_back_later_saves_the_page_and_asks_for_the_address(client):
    start(client)
    response = client.post("/refer/before-you-start/", {"later": "yes"}, follow=True)
    assert response.redirect_chain == [("/refer/later/", 302)]
    page = text_of(response)
    assert the_referral().reference in page
    assert "Your work email address" in page


def test_address_is_filled_in_from_the_answer_and_then_from_the_last_link(practitioner):
    assert f'value="{ANSWERED}"' in text_of(practitioner.get("/refer/later/"))
    save_for_later(practitioner)
    assert f'value="{ME}"' in text_of(practitioner.get("/refer/later/"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Enter your work email address"), ("pat at school", "like name@example.org")],
)
def test_address_that_is_none_is_asked_for_again_with_what_was_typed(client, typed, said):
    start(client)
    page = text_of(client.post("/refer/later/", {"email": typed}))
    assert said in page
    assert typed in page
    assert not OutgoingMail.objects.exists()


def test_mail_says_reference_link_and_time_and_nothing_of_the_case(practitioner):
    save_for_later(practitioner)
    [mail] = mails_to(ME)
    reference = the_referral().reference
    assert reference in mail.subject
    assert reference in mail.body
    assert "http://127.0.0.1:8000/refer/return/" in mail.body
    until = timezone.localtime(DraftKey.objects.get(kind=KeyKind.LINK).expires_at)
    assert f"{until:%H:%M}" in mail.body
    answers = complete_answers()
    case = [q.name for q in questions() if q.classification != Classification.OPERATIONAL]
    assert not [name for name in case if str(answers.get(name) or "–") in mail.body]


def test_link_opens_the_draft_on_another_device_and_the_first_one_goes_on(practitioner):
    other = Client()
    response = open_link(save_for_later(practitioner), other)
    assert response.headers["Location"] == "/refer/"
    assert the_referral().reference in text_of(other.get("/refer/"))
    assert the_referral().reference in text_of(practitioner.get("/refer/"))
    assert AuditEvent.objects.filter(verb=Verb.LINK_SENT).count() == 1
    assert AuditEvent.objects.filter(verb=Verb.OPENED).count() == 1


def test_double_click_on_the_button_opens_it_for_this_browser_once(practitioner):
    path = save_for_later(practitioner)
    press = {"press": Client().get(path).context["press"]}
    cookies = [Client().post(path, press).cookies["referral_draft"].value for _ in range(2)]
    assert cookies[0] == cookies[1]
    assert DraftKey.objects.filter(kind=KeyKind.COOKIE).count() == 2


def test_link_page_warns_of_another_draft_that_is_open_here(practitioner):
    path, other = save_for_later(practitioner), Client()
    assert "A draft is open on this device already" not in text_of(other.get(path))
    start(other)
    assert "A draft is open on this device already" in text_of(other.get(path))


def test_used_or_unknown_link_leads_to_asking_for_another(practitioner):
    path = save_for_later(practitioner)
    open_link(path)
    for over in (path, "/refer/open/unknown/"):
        response = Client().get(over)
        assert response.status_code == 404
        assert 'href="/refer/return/"' in text_of(response)


def test_new_link_comes_by_reference_and_address_as_given_in_the_form(practitioner):
    typed = the_referral().reference.lower().replace("-", " ")
    assert "Look at your email" in text_of(ask(typed, ANSWERED.upper()))
    assert not OutgoingMail.objects.exists()
    call_command("tick")
    assert not LinkRequest.objects.exists()
    assert DraftKey.objects.get(kind=KeyKind.LINK).expires_at < timezone.now() + timedelta(hours=1)


def test_new_link_goes_to_the_address_that_a_link_went_to_before(practitioner, mailoutbox):
    save_for_later(practitioner)
    ask(the_referral().reference, ME)
    call_command("tick")
    assert [mail.to for mail in mailoutbox] == [[ME], [ME]]
    assert "/refer/open/" in mailoutbox[1].body


@pytest.mark.parametrize("fits", ["reference", "email", "nothing"])
def test_nobody_gets_mail_where_reference_and_address_do_not_fit(practitioner, fits):
    reference = the_referral().reference if fits == "reference" else "R-2222-2222"
    ask(reference, ANSWERED if fits == "email" else "stranger@elsewhere.example")
    call_command("tick")
    assert not OutgoingMail.objects.exists()
    assert not LinkRequest.objects.exists()


def test_link_to_a_sent_referral_leads_to_how_far_it_has_come(client, mailoutbox):
    start(client)
    answer_all(client)
    send(client)
    ask(the_referral().reference, ANSWERED)
    call_command("tick")
    [path] = [
        word.removeprefix("http://127.0.0.1:8000")
        for word in mailoutbox[-1].body.split()
        if "/refer/open/" in word
    ]
    other = Client()
    way = open_link(path, other).headers["Location"]
    assert the_referral().reference in text_of(other.get(way))
    assert other.get("/refer/check/").status_code == 302


def test_many_requests_are_answered_a_part_at_a_time(practitioner):
    for _ in range(3):
        ask(the_referral().reference, ANSWERED)
    answer_requests(limit=2)
    assert LinkRequest.objects.count() == 1
    assert len(mails_to(ANSWERED)) == 2
    assert str(LinkRequest.objects.get()) == "Request for a link"


@pytest.mark.parametrize("typed", ["", "R-1234", "R-2345-6789-2345"])
def test_reference_that_cannot_be_one_is_asked_for_again(typed):
    page = text_of(ask(typed, ME))
    assert "There is a problem" in page
    assert not LinkRequest.objects.exists()


def test_asking_for_a_link_keeps_a_draft_28_days_more_once_it_is_opened(practitioner):
    path = save_for_later(practitioner)
    Referral.objects.update(kept_until=timezone.now() + timedelta(days=1), warnings_passed=2)
    open_link(path)
    assert the_referral().kept_until > timezone.now() + timedelta(days=27)
    assert the_referral().warnings_passed == 0
