"""An agency's side: from the link to the answer, and everything that comes between."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from referrals.description.summary_pages import DATES, INVOLVEMENT
from referrals.models import Status, SummaryLink, SummaryState
from tests.factories.referrals import posted, received, text_of
from tests.factories.summaries import (
    HEALTH,
    SCHOOL,
    asked,
    code_for,
    fill_in,
    mails_to,
    opened,
    prove,
    send,
    the_summary,
    token_for,
)

pytestmark = pytest.mark.django_db
INVOLVED = {"involvement": "Six visits.", "background": "Nothing."}


def page_of(token, key="involvement"):
    return f"/summary/{token}/pages/{key}/"


def test_agency_answers_from_link_to_receipt(client):
    token = opened(client)
    shown = text_of(client.get(f"/summary/{token}/tasks/"))
    for told in ("Robin Sample", "3 May 2016", "1 January 2024", "Was a visit missed?"):
        assert told in shown
    assert the_summary().opened_at
    fill_in(client, token)
    assert the_summary().state == SummaryState.STARTED
    assert "Thank you" in text_of(send(client, token))
    summary = the_summary()
    assert summary.state == SummaryState.SENT
    assert summary.answers["involvement"].startswith("The health visitor")
    assert "Your answer was received" in mails_to(HEALTH.email)[0].subject


def test_nothing_known_takes_one_press(client):
    token = opened(client)
    response = client.post(f"/summary/{token}/nothing-known/", follow=True)
    assert "you do not know them" in text_of(response)
    assert the_summary().state == SummaryState.NIL
    assert mails_to(HEALTH.email)[0].subject.startswith("Your answer was received")


def test_nothing_known_asks_first_where_something_was_written(client):
    token = opened(client)
    client.post(page_of(token), INVOLVED)
    assert "is deleted, and not sent" in text_of(client.get(f"/summary/{token}/nothing-known/"))
    client.post(f"/summary/{token}/nothing-known/")
    assert the_summary().answers == {}


def test_what_is_saved_is_there_on_another_day_and_device(client):
    token = opened(client)
    assert client.post(page_of(token), INVOLVED).url == page_of(token, "key-dates")
    other = Client()
    prove(other, token)
    assert "Six visits." in text_of(other.get(page_of(token)))


def test_what_cannot_be_read_yet_is_kept_as_typed(client):
    token = opened(client)
    day = "records_secured_on"
    typed = {"records_secured": "yes", f"{day}_day": "31", f"{day}_month": "", f"{day}_year": ""}
    shown = text_of(client.post(page_of(token, "author"), typed))
    assert "Error" in shown
    assert the_summary().unfinished["records_secured_on"] == ["31", "", ""]
    assert "Look again at what you typed" in text_of(client.get(f"/summary/{token}/check/"))


def test_incomplete_summary_is_not_sent(client):
    token = opened(client)
    assert "Say how your agency was involved" in text_of(send(client, token))
    assert the_summary().state == SummaryState.ASKED


def test_key_dates_are_added_changed_and_removed(client):
    token = opened(client)
    at = f"{page_of(token, 'key-dates')}one/"
    about = DATES.pages[0]
    day = {"event_when": "date", "event_date": "2025-01-20", "event": "A visit."}
    assert client.post(f"{at}about/", posted(about, day)).url == page_of(token, "key-dates")
    assert "Key date 1" in text_of(client.get(page_of(token, "key-dates")))
    assert "A visit." in text_of(client.get(f"{at}about/"))
    assert "Remove Key date 1?" in text_of(client.get(f"{at}remove/"))
    client.post(f"{at}remove/")
    assert the_summary().answers["chronology"] == []
    assert client.get(f"{at}remove/").status_code == 302


def test_two_tabs_overwrite_nothing_unseen(client):
    token = opened(client)
    client.post(page_of(token), INVOLVED)
    seen = client.get(page_of(token)).context["seen"]
    client.post(page_of(token), {"involvement": "One.", "background": "Nothing.", "seen": seen})
    second = {"involvement": "Two.", "background": "Nothing.", "seen": seen}
    shown = text_of(client.post(page_of(token), second))
    assert "Something else was saved here" in shown
    assert "One." in shown
    assert "Two." in shown


def test_text_comes_back_when_the_session_is_over_and_can_be_saved(client):
    token = opened(client)
    SummaryLink.objects.update(session_expires_at=timezone.now() - timedelta(minutes=1))
    response = client.post(page_of(token), INVOLVED)
    assert response.status_code == 403
    assert "Six visits." in text_of(response)
    again = dict(response.context["again"])
    prove(client, token)
    client.post(response.context["to"], again)
    assert the_summary().answers["involvement"] == "Six visits."


def test_text_comes_back_when_the_browser_has_forgotten_its_token():
    strict = Client(enforce_csrf_checks=True)
    asked()
    response = strict.post(page_of(token_for()), INVOLVED)
    assert response.status_code == 403
    assert "Please press once more" in text_of(response)
    assert "Six visits." in text_of(response)
    assert response.headers["Cache-Control"].find("no-store") >= 0


def test_text_comes_back_when_it_was_sent_meanwhile(client):
    token = opened(client)
    client.post(f"/summary/{token}/nothing-known/")
    response = client.post(page_of(token), INVOLVED)
    assert response.status_code == 409
    assert "Six visits." in text_of(response)


def test_each_save_begins_the_session_anew(client):
    token = opened(client)
    SummaryLink.objects.update(session_expires_at=timezone.now() + timedelta(minutes=1))
    client.post(page_of(token), INVOLVED)
    assert SummaryLink.objects.get().session_expires_at > timezone.now() + timedelta(hours=1)


def test_colleague_goes_on_and_the_first_mailbox_is_shut_out(client):
    token = opened(client)
    client.post(page_of(token), INVOLVED)
    wrong = client.post(f"/summary/{token}/colleague/", {"email": "x@elsewhere.example.org"})
    assert "ends in @health.example.org" in text_of(wrong)
    own = client.post(f"/summary/{token}/colleague/", {"email": HEALTH.email.upper()})
    assert "This is the mailbox that was asked" in text_of(own)
    colleague = "other.nurse@health.example.org"
    response = client.post(f"/summary/{token}/colleague/", {"email": colleague}, follow=True)
    assert "Somebody else answers now" in text_of(response)
    assert client.get(page_of(token)).status_code == 302
    assert not the_summary().opened_at
    other, theirs = Client(), token_for(colleague)
    prove(other, theirs, colleague)
    assert "Six visits." in text_of(other.get(page_of(theirs)))


def test_agency_adds_to_its_answer_until_the_decision(client):
    token = opened(client)
    client.post(f"/summary/{token}/nothing-known/")
    press = client.get(f"/summary/{token}/add/").context["form"]["press"].value()
    for _ in range(2):
        told = {"text": "An old file.", "press": press}
        assert "has reached the panel" in text_of(
            client.post(f"/summary/{token}/add/", told, follow=True)
        )
    summary = the_summary()
    assert [one.text for one in summary.additions.all()] == ["An old file."]
    summary.referral.status = Status.DECIDED
    summary.referral.save()
    late = client.post(f"/summary/{token}/add/", {"text": "Too late."})
    assert late.status_code == 409
    assert "Too late." in text_of(late)


def test_link_that_has_ended_brings_a_new_one_to_the_same_mailbox(client):
    asked()
    token = token_for()
    SummaryLink.objects.update(expires_at=timezone.now())
    assert "This link has expired" in text_of(client.get(f"/summary/{token}/"))
    assert "We have sent a new link" in text_of(client.post(f"/summary/{token}/"))
    assert token_for() != token


def test_wrong_code_is_refused_with_a_sentence(client):
    asked()
    token = token_for()
    client.post(f"/summary/{token}/")
    wrong = str(int(code_for()) + 1)[-6:].zfill(6)
    assert "not the code" in text_of(client.post(f"/summary/{token}/code/", {"code": wrong}))


@pytest.mark.parametrize("rest", ["pages/nothing/", "pages/author/x/remove/", "pages/author/x/y/"])
def test_pages_that_are_none_are_not_found(client, rest):
    token = opened(client)
    assert client.get(f"/summary/{token}/{rest}").status_code == 404


def test_pages_lead_through_and_back_to_the_check(client):
    token = opened(client)
    assert client.get(page_of(token, INVOLVEMENT.key)).context["back"].endswith("/tasks/")
    changed = client.post(page_of(token) + "?change=yes", INVOLVED)
    assert changed.url == f"/summary/{token}/check/"
    later = client.post(page_of(token), INVOLVED | {"later": "yes"}, follow=True)
    assert "Everything is saved" in text_of(later)


def test_agencies_of_a_case_are_asked_in_one_go():
    health, school = asked(HEALTH, SCHOOL, referral=received())
    assert (health.number, school.number) == (1, 2)
    assert token_for(HEALTH.email) != token_for(SCHOOL.email)
