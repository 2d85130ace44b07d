"""An agency's pages where something happened meanwhile, too often, or is too much."""

import pytest

from referrals.description.summary_pages import DATES
from referrals.models import Status, Summary, SummaryLink, SummaryState
from referrals.models.status import WrongState
from referrals.summaries import answering
from referrals.summaries.views import answering as pages
from tests.factories.referrals import text_of
from tests.factories.summaries import (
    asked,
    fill_in,
    mails_to,
    opened,
    prove,
    send,
    the_summary,
    token_for,
)
from tscb.common.mailed_link import limits
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


@pytest.fixture
def token(client):
    return opened(client)


def decided():
    referral = the_summary().referral
    referral.status = Status.DECIDED
    referral.save()


def taken_back_meanwhile(monkeypatch, view):
    """The page still saw an open request when it was pressed."""
    before = view.waited_for

    def late(summary_id):
        Summary.objects.filter(pk=summary_id).update(state=SummaryState.WITHDRAWN)
        return before(summary_id)

    monkeypatch.setattr(view, "waited_for", late)


def test_page_saved_in_the_moment_of_taking_back_is_handed_back(client, token, monkeypatch):
    taken_back_meanwhile(monkeypatch, answering)
    response = client.post(f"/summary/{token}/pages/involvement/", {"involvement": "Six visits."})
    assert response.status_code == 409
    assert "Six visits." in text_of(response)


def test_summary_sent_in_the_moment_something_is_taken_away_says_what_is_missing(
    client, token, monkeypatch
):
    fill_in(client, token)
    monkeypatch.setattr(answering, "gaps_of", lambda row: ["something"])
    send(client, token)
    assert the_summary().state == SummaryState.STARTED


@pytest.mark.parametrize("act", [answering.send_code, answering.renew])
@pytest.mark.parametrize("how", ["decided", "replaced", "withdrawn"])
def test_link_that_leads_to_nothing_sends_no_mail(token, act, how):
    link = SummaryLink.objects.select_related("summary__referral").get()
    if how == "decided":
        decided()
    if how == "replaced":
        SummaryLink.objects.update(is_replaced=True)
    if how == "withdrawn":
        Summary.objects.update(state=SummaryState.WITHDRAWN)
    before = OutgoingMail.objects.count()
    with pytest.raises(WrongState):
        act(link=link)
    assert OutgoingMail.objects.count() == before


def test_code_asked_for_in_the_moment_of_the_decision_is_not_sent(client, token, monkeypatch):
    monkeypatch.setattr("referrals.summaries.views.opening.state_of", lambda link: "open")
    decided()
    assert client.post(f"/summary/{token}/").headers["Location"] == f"/summary/{token}/"


def test_code_page_leads_on_once_the_mailbox_is_proved(client, token):
    assert client.get(f"/summary/{token}/code/").url == f"/summary/{token}/tasks/"


def test_tasks_lead_to_the_link_once_it_was_answered(client, token):
    client.post(f"/summary/{token}/nothing-known/")
    assert client.get(f"/summary/{token}/tasks/").url == f"/summary/{token}/"
    other = client.__class__()
    assert "Send me a code" in text_of(other.get(f"/summary/{token}/"))


def test_addition_before_the_answer_is_handed_back(client, token):
    response = client.post(f"/summary/{token}/add/", {"text": "Too early."})
    assert response.status_code == 409
    assert "Too early." in text_of(response)


def test_empty_addition_is_refused(client, token):
    client.post(f"/summary/{token}/nothing-known/")
    shown = text_of(client.post(f"/summary/{token}/add/", {"text": " ", "press": "nonsense"}))
    assert "Write what you want to add" in shown


def test_no_more_key_dates_than_there_is_room_for(client, token, monkeypatch):
    row = the_summary()
    row.answers = {DATES.name: [{"id": f"{n}", "event": "x"} for n in range(DATES.most)]}
    row.save()
    at = f"/summary/{token}/pages/key-dates/"
    assert "which is the most" in text_of(client.get(at))
    shown = text_of(client.post(f"{at}new/about/", {"event_when": "not-known", "event": "One."}))
    assert "60 at most" in shown
    assert "One." in shown


@pytest.mark.parametrize(
    ("where", "limit", "page", "typed"),
    [
        (limits, "CODES_A_DAY", "", {}),
        (limits, "TRIES_AN_HOUR", "code/", {"code": "1"}),
        (pages, "HAND_ONS_A_DAY", "colleague/", {"email": "x@health.example.org"}),
        (pages, "ADDITIONS_AN_HOUR", "add/", {"text": "Once more."}),
    ],
)
def test_whoever_tries_very_often_is_refused(client, monkeypatch, where, limit, page, typed):
    asked()
    token = token_for()
    prove(client, token)
    if page == "add/":
        client.post(f"/summary/{token}/nothing-known/")
    monkeypatch.setattr(where, limit, 0)
    assert client.post(f"/summary/{token}/{page}", typed).status_code == 429


def test_mails_name_nobody(client, token):
    fill_in(client, token)
    send(client, token)
    for mail in mails_to(the_summary().mailbox):
        assert "Robin" not in mail.subject + mail.body
