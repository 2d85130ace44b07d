"""A referral that came by phone or post: a coordinator writes it down on the same pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from referrals.agreement import answering
from referrals.description.completeness import all_gaps, gaps, not_given
from referrals.description.example import complete_answers
from referrals.description.pages import FIRST, questions
from referrals.description.places import BY_STAFF
from referrals.form.keeping import keep_in_order
from referrals.form.links import answer_requests, ask
from referrals.models import Agreement, AgreementState, AuditEvent, Referral, Status, Verb
from tests.factories import make_person, sign_in
from tests.factories.entry import TWO_DAYS, begin, begun, coordinator
from tests.factories.referrals import HAPPENED, YOU, answer, keep, text_of, the_referral
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
MINIMUM = {"referrer_name": "Sam Sample", "outline": "A child was taken to hospital."}


@pytest.fixture
def writing() -> Client:
    """A coordinator who has said how the referral came."""
    client = coordinator()
    begin(client)
    return client


def fill_in(referral: Referral, **answers: object) -> None:
    keep(referral, {**referral.answers, **answers})


def test_saying_how_it_came_leads_to_the_form(writing):
    referral = the_referral()
    entry = referral.staff_entry
    assert (entry.came_by, entry.taken_by) == ("phone", "Kim Sample")
    assert timezone.now() - entry.came_at >= TWO_DAYS
    assert AuditEvent.objects.get(verb=Verb.STARTED).actor_id == entry.entered_by_id
    assert AuditEvent.objects.get(verb=Verb.STARTED).actor_role == Role.COORDINATOR


def test_every_page_says_quietly_what_is_being_done(writing):
    for address in ("/refer/", f"/refer/{FIRST.key}/", "/refer/children/", "/refer/check/"):
        assert "You are entering a referral that came by phone" in text_of(writing.get(address))


def test_practitioner_sees_nothing_of_it(client):
    assert "You are entering" not in text_of(client.get("/refer/"))


def test_nothing_stops_staff_and_no_page_asks_again(writing):
    response = answer(writing, FIRST, child_at_risk_now="yes-nobody-told", spoken_to_manager="no")
    assert response.status_code == 302
    assert "Please phone first" in text_of(writing.get(f"/refer/{FIRST.key}/"))
    assert writing.post(f"/refer/{YOU.key}/", {"referrer_name": "Sam"}).status_code == 302
    assert writing.get(f"/refer/{HAPPENED.key}/").status_code == 200
    assert writing.get("/refer/check/").status_code == 200


def test_who_refers_and_what_happened_are_the_least(writing):
    page = text_of(writing.get("/refer/check/"))
    assert "Before you can send this" in page
    assert "Enter your full name" in page
    assert "Send the referral" not in page
    fill_in(the_referral(), **MINIMUM)
    page = text_of(writing.get("/refer/check/"))
    assert "Before you can send this" not in page
    assert "answers not given: you can send it without them" in page
    assert "Send the referral" in page


def test_nobody_is_asked_to_agree_where_no_manager_was_named(writing):
    fill_in(the_referral(), **MINIMUM)
    writing.post("/refer/check/", {})
    assert not Agreement.objects.exists()
    page = text_of(writing.get(f"/panel/referrals/{the_referral().pk}/"))
    assert "Agreement not asked for" in page


def test_manager_who_was_named_is_asked(writing):
    fill_in(the_referral(), **complete_answers(), **{BY_STAFF: True})
    writing.post("/refer/check/", {})
    assert Agreement.objects.get().is_waiting


def test_manager_can_answer_where_the_referrer_left_no_address(writing):
    answers = complete_answers()
    del answers["referrer_email"]
    fill_in(the_referral(), **answers, **{BY_STAFF: True})
    writing.post("/refer/check/", {})
    asked = Agreement.objects.get()
    answering.answer(agreement_id=asked.pk, answer=AgreementState.AGREED, words="")
    asked.refresh_from_db()
    assert asked.is_given
    assert not OutgoingMail.objects.filter(subject__startswith="An answer").exists()


def test_two_questions_of_the_description_are_essential():
    assert {question.name for question in questions() if question.essential} == set(MINIMUM)


def test_what_was_typed_and_cannot_be_read_is_asked_about_again(writing):
    fill_in(the_referral(), **MINIMUM)
    writing.post(f"/refer/{YOU.key}/", {**MINIMUM, "referrer_email": "by phone"})
    assert "Look again at what you typed" in text_of(writing.get("/refer/check/"))


def test_clock_starts_when_it_came_and_both_moments_are_kept(writing):
    fill_in(the_referral(), **MINIMUM)
    response = writing.post("/refer/check/", {})
    sent = the_referral()
    assert response.headers["Location"] == f"/panel/referrals/{sent.pk}/"
    assert sent.status == Status.RECEIVED
    assert sent.submitted_at == sent.staff_entry.came_at
    assert sent.submitted_by == Role.COORDINATOR
    assert sent.staff_entry.finished_at > sent.submitted_at + TWO_DAYS - timedelta(minutes=1)
    assert AuditEvent.objects.get(verb=Verb.SUBMITTED).actor_role == Role.COORDINATOR


def test_panel_reads_how_it_came_and_what_nobody_told(writing):
    fill_in(the_referral(), **MINIMUM)
    writing.post("/refer/check/", {})
    page = " ".join(text_of(writing.get(f"/panel/referrals/{the_referral().pk}/")).split())
    assert "It came by phone, taken by Kim Sample." in page
    assert "Not answered" in page


def test_browser_of_staff_holds_nothing_after_sending(writing):
    fill_in(the_referral(), **MINIMUM)
    response = writing.post("/refer/check/", {})
    assert response.cookies["referral_draft"].value == ""


@pytest.mark.parametrize(("ticked", "kept"), [({"declaration": "yes"}, "yes"), ({}, None)])
def test_declaration_is_the_referrers(writing, ticked, kept):
    fill_in(the_referral(), **MINIMUM)
    writing.post("/refer/check/", ticked)
    assert the_referral().answers.get("declaration") == kept


def test_receipt_goes_to_the_referrer_who_left_an_address(writing):
    fill_in(the_referral(), **MINIMUM, referrer_email="sam@example.org")
    writing.post("/refer/check/", {})
    assert OutgoingMail.objects.get(subject__startswith="Referral received").to == "sam@example.org"


def test_no_receipt_where_there_is_no_address(writing):
    fill_in(the_referral(), **MINIMUM)
    writing.post("/refer/check/", {})
    assert not OutgoingMail.objects.filter(subject__startswith="Referral received").exists()


def test_later_leads_to_the_list_where_any_coordinator_goes_on(writing):
    referral = the_referral()
    assert writing.post("/refer/later/").headers["Location"] == "/panel/entry/"
    other = coordinator()
    assert referral.reference in text_of(other.get("/panel/entry/"))
    response = other.post(f"/panel/entry/{referral.pk}/")
    assert response.headers["Location"] == "/refer/"
    assert "You are entering" in text_of(other.get("/refer/"))
    referral.staff_entry.refresh_from_db()
    last = AuditEvent.objects.get(verb=Verb.OPENED)
    assert last.actor_id == referral.staff_entry.entered_by_id


def test_what_was_sent_is_not_gone_on_with(writing):
    fill_in(the_referral(), **MINIMUM)
    writing.post("/refer/check/", {})
    assert writing.post(f"/panel/entry/{the_referral().pk}/").status_code == 404
    assert the_referral().reference not in text_of(writing.get("/panel/entry/"))


def test_what_staff_write_down_is_never_deleted_by_itself():
    referral = begun(coordinator())
    fill_in(referral, referrer_email="sam@example.org")
    Referral.objects.update(kept_until=timezone.now() - timedelta(days=1), warnings_passed=2)
    keep_in_order()
    assert Referral.objects.filter(pk=referral.pk).exists()
    assert not OutgoingMail.objects.exists()


def test_referrer_gets_no_link_to_what_staff_still_write():
    referral = begun(coordinator())
    fill_in(referral, referrer_email="sam@example.org")
    ask(reference=referral.reference, email="sam@example.org")
    answer_requests()
    assert not OutgoingMail.objects.exists()


def test_deleting_it_is_an_act_of_staff(writing):
    writing.post("/refer/delete/")
    assert AuditEvent.objects.get(verb=Verb.DELETED).actor_role == Role.COORDINATOR


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"came_by": ""}, "Say how it came"),
        ({"time": "noon"}, "Enter a time of the day"),
        ({"time": ""}, "Enter the time it came"),
        ({"taken_by": ""}, "Enter who took the call or opened the letter"),
    ],
    ids=["way", "readable time", "time", "taker"],
)
def test_what_is_wrong_with_how_it_came_is_said(changed, sentence):
    response = begin(coordinator(), **changed)
    assert response.status_code == 200
    assert sentence in text_of(response)
    assert not Referral.objects.exists()


def test_moment_to_come_is_refused():
    """Late in the evening it is the day that is to come, before anybody looks at the time."""
    said = text_of(begin(coordinator(), at=timezone.now() + timedelta(minutes=90)))
    assert "must be in the past" in said or "must be today or earlier" in said
    assert not Referral.objects.exists()


def test_button_stands_on_the_panels_list_for_coordinators_alone():
    words = "Enter a referral<"
    assert words in text_of(coordinator().get("/panel/"))
    member = sign_in(Client(), make_person(Role.PANEL_MEMBER))
    assert words not in text_of(member.get("/panel/"))


def test_gaps_of_a_practitioner_stay_as_they_were():
    answers = complete_answers()
    del answers["outline"]
    assert gaps(answers, {}) == all_gaps(answers, {}) != []
    assert not_given(answers, {}) == []
