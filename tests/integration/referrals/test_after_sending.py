"""After sending: the receipt, how far the referral has come, adding to it, withdrawing it."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from referrals.form import access, afterwards
from referrals.form.views import after_sending
from referrals.models import Addition, AuditEvent, PanelDates, Referral, Status, Verb, Withdrawal
from referrals.models.status import WrongState
from tests.factories.referrals import filled_in, sent, start, text_of
from tscb.board.models import BoardSettings
from tscb.board.models.settings import ONLY_ROW
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
STATUS, ADD, WITHDRAW = "/refer/status/", "/refer/status/add/", "/refer/status/withdraw/"
TEXT = "The school’s second note.\r\nIt came today."


def add(client: Client, text: str = TEXT, press: object = None):
    return client.post(ADD, {"text": text, "press": press or uuid4()})


def withdraw(client: Client, reason: str = "Sent by mistake"):
    return client.post(WITHDRAW, {"reason": reason})


def decided(referral: Referral) -> None:
    day = timezone.localdate()
    PanelDates.objects.create(referral=referral, meeting_on=day, decided_on=day)
    Referral.objects.update(status=Status.DECIDED)


def test_receipt_has_reference_time_next_steps_and_whom_to_phone(client):
    BoardSettings.objects.update_or_create(pk=ONLY_ROW, defaults={"panel_phone": "0161 496 0000"})
    referral = sent(client)
    page = text_of(client.get("/refer/sent/"))
    local = timezone.localtime(referral.submitted_at)
    for expected in (referral.reference, f"at {local:%H:%M}", "What happens next", STATUS):
        assert expected in page
    assert 'href="tel:01614960000">0161 496 0000<' in page
    assert "0161 342 4101" in page
    assert "choose Print in the menu" in page


def test_receipt_s_mail_leads_to_the_status_without_any_token(client, settings):
    settings.SITE_ADDRESS = "https://board.example"
    referral = sent(client)
    receipt = OutgoingMail.objects.get(subject__startswith="Referral received")
    assert referral.reference in receipt.body
    assert "\nhttps://board.example/refer/status/\n" in receipt.body


def test_status_tells_days_and_states(client):
    referral = sent(client)
    assert "The day of the meeting is not set yet." in text_of(client.get(STATUS))
    PanelDates.objects.create(referral=referral, meeting_on="2030-01-07")
    assert "The meeting is on" in text_of(client.get(STATUS))
    assert "7 January 2030" in text_of(client.get(STATUS))


def test_status_says_nothing_of_the_case(client):
    sent(client)
    add(client)
    withdraw(client)
    page = text_of(client.get(STATUS)).split("<main")[1].split("</main")[0]
    for said in ("Robin", "Sample", "second note", "Sent by mistake", "Known"):
        assert said not in page


def test_added_text_is_kept_once_recorded_and_told_to_the_panel(client, panel_mailbox):
    referral, press = sent(client), uuid4()
    for _ in range(2):
        assert add(client, press=press).headers["Location"] == f"{STATUS}?added"
    addition = Addition.objects.get()
    assert addition.text == "The school’s second note.\nIt came today."
    assert AuditEvent.objects.filter(verb=Verb.ADDED, reference=referral.reference).count() == 1
    told = OutgoingMail.objects.filter(subject=f"Information added: {referral.reference}").get()
    assert told.to == panel_mailbox
    assert f"/panel/referrals/{referral.pk}/" in told.body
    assert "school" not in told.body + told.subject


def test_status_tells_when_something_was_added(client):
    sent(client)
    page = text_of(client.get(add(client).headers["Location"]))
    assert "Your information was added" in page
    assert "<li>Information, on" in page


def test_status_claims_no_addition_that_never_was(client):
    sent(client)
    assert "was added" not in text_of(client.get(f"{STATUS}?added"))


def test_other_words_under_the_same_press_are_kept_too(client):
    sent(client)
    press = uuid4()
    add(client, press=press)
    add(client, "And the doctor’s.", press=press)
    assert Addition.objects.count() == 2


@pytest.mark.parametrize("press", ["", "no-uuid", "é" * 300])
def test_page_that_lost_its_key_still_adds(client, press):
    sent(client)
    client.post(ADD, {"text": TEXT, "press": press})
    assert Addition.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "Write what you want to add"), (" \n", "Write what"), ("x" * 20_001, "20001")],
)
def test_nothing_or_too_much_is_asked_again_with_the_text_and_its_key(client, text, message):
    sent(client)
    press = str(uuid4())
    page = add(client, text, press)
    assert message in text_of(page)
    assert f'value="{press}"' in text_of(page)
    assert not Addition.objects.exists()
    assert text.strip() in text_of(page)


def test_adding_very_often_is_refused_with_the_numbers_and_the_text(client, monkeypatch):
    monkeypatch.setattr(after_sending, "ADDITIONS_AN_HOUR", 1)
    sent(client)
    add(client)
    refused = add(client, "My second & last note")
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "3600"
    assert "0161 342 4101" in text_of(refused).split("<main")[1]
    assert "My second &amp; last note" in text_of(refused)
    assert Addition.objects.count() == 1


def test_withdrawing_keeps_everything_and_tells_the_panel(client, panel_mailbox):
    referral = sent(client)
    assert withdraw(client).headers["Location"] == STATUS
    kept = Referral.objects.get()
    assert kept.status == Status.WITHDRAWN
    assert kept.answers == referral.answers
    assert kept.withdrawal.reason == "Sent by mistake"
    assert AuditEvent.objects.filter(verb=Verb.WITHDRAWN).count() == 1
    told = OutgoingMail.objects.filter(subject=f"Referral withdrawn: {referral.reference}").get()
    assert "mistake" not in told.body
    page = text_of(client.get(STATUS))
    assert "You withdrew this referral" in page
    assert WITHDRAW not in page


def test_page_before_withdrawing_says_what_it_means(client):
    sent(client)
    page = text_of(client.get(WITHDRAW))
    assert "The law asks the board to look at some cases whoever refers them" in page
    assert 'name="reason"' in page


def test_withdrawing_without_a_reason_is_asked_again(client):
    sent(client)
    assert "Say why you withdraw the referral" in text_of(withdraw(client, ""))
    assert not Withdrawal.objects.exists()


def test_pressing_twice_withdraws_once(client):
    sent(client)
    for _ in range(2):
        assert withdraw(client).status_code == 302
    assert AuditEvent.objects.filter(verb=Verb.WITHDRAWN).count() == 1


def test_second_withdrawal_with_another_reason_is_handed_back(client):
    sent(client)
    withdraw(client)
    refused = withdraw(client, "Another <reason>")
    assert refused.status_code == 409
    assert "has been withdrawn already" in text_of(refused)
    assert "Another &lt;reason&gt;" in text_of(refused)
    assert Withdrawal.objects.get().reason == "Sent by mistake"


def test_decided_referral_is_not_withdrawn(client):
    decided(sent(client))
    assert "can no longer be withdrawn" in text_of(client.get(WITHDRAW))
    assert withdraw(client).status_code == 409
    assert not Withdrawal.objects.exists()
    assert WITHDRAW not in text_of(client.get(STATUS))


def test_decided_and_withdrawn_referrals_still_take_information(client):
    referral = sent(client)
    withdraw(client)
    add(client)
    decided(referral)
    add(client)
    assert Addition.objects.count() == 2


@pytest.mark.parametrize("address", [STATUS, ADD, WITHDRAW])
def test_draft_is_nowhere_yet(client, address):
    start(client)
    for method in (client.get, client.post):
        assert method(address).headers["Location"] == "/refer/"


def test_actions_themselves_refuse_a_draft(client):
    filled_in(client)
    draft = Referral.objects.get()
    with pytest.raises(WrongState):
        afterwards.add(referral_id=draft.pk, text="x", press="x")
    with pytest.raises(WrongState):
        afterwards.withdraw(referral_id=draft.pk, reason="x")


def test_referral_that_went_in_this_moment_hands_back_the_text(client, monkeypatch):
    held = sent(client)
    monkeypatch.setattr(access, "referral_of", lambda request: held)
    Referral.objects.all().delete()
    response = add(client, "My note")
    assert response.status_code == 404
    assert "My note" in text_of(response)


def test_each_page_shown_counts_as_a_press_of_its_own(client):
    sent(client)
    once, again = (client.get(ADD).context["form"]["press"].value() for _ in range(2))
    assert once != again
