"""Recommendation, decision and closing through their pages: nothing typed is lost, a refusal is a
sentence, and what was kept before decisions had words stays readable."""

import pytest
from django.test import Client
from django.utils import timezone

from referrals import facts
from referrals.models import PanelDates, Referral, Status, Telling, ToTell, current_recommendation
from reviews import facts as reviews_facts
from tests.factories import make_person, sign_in
from tests.factories.deciding import (
    RATIONALE,
    chair,
    coordinator,
    day_parts,
    decided,
    recommended,
    whole,
    with_panel,
)
from tests.factories.referrals import sent, text_of
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


def at(referral: Referral, page: str = "") -> str:
    return f"/panel/referrals/{referral.pk}/decision/{page}"


@pytest.fixture(autouse=True)
def types():
    reviews_facts.set_up()
    facts.set_up()


@pytest.fixture
def desk() -> Client:
    return sign_in(Client(), coordinator())


@pytest.fixture
def chairs() -> Client:
    return sign_in(Client(), chair())


def seen(client: Client, referral: Referral) -> str:
    """The mark in the form as it is now."""
    page = client.get(at(referral, "recommendation/"))
    return page.context["seen"]


def test_half_a_recommendation_is_kept_and_comes_back(desk):
    referral = with_panel()
    typed = {"keep": "yes", "seen": "", "rationale": "Half a thought", "dissent_who_0": "Police"}
    page = text_of(desk.post(at(referral, "recommendation/"), typed, follow=True))
    assert "The draft is kept" in page
    assert "Half a thought" in page
    assert "Who disagrees (2)" in page
    assert "Seems to be met" in page.replace("seems", "Seems")


def test_recommending_asks_for_what_is_missing_and_keeps_the_rest(desk):
    referral = with_panel()
    page = text_of(desk.post(at(referral, "recommendation/"), {"rationale": RATIONALE, "seen": ""}))
    for said in (
        "Choose the wording",
        "Say whether criterion 1 is met",
        "Give the reason for criterion 5",
        "Choose what is to become of the case",
        "Say how the family is to be involved",
    ):
        assert said in page
    assert current_recommendation(referral).said["rationale"] == RATIONALE
    assert Referral.objects.get().status == Status.WITH_PANEL


def test_changed_wording_has_its_criteria_answered_first(desk):
    referral = with_panel()
    page = text_of(desk.post(at(referral, "recommendation/"), {**whole("2018"), "seen": ""}))
    assert "You changed the wording" in page
    page = text_of(desk.get(at(referral, "recommendation/")))
    assert "The criteria are worded as in the guidance that holds from 29 June 2018" in page


def test_two_who_write_at_once_are_told(desk):
    referral = with_panel()
    mark = seen(desk, referral)
    second = sign_in(Client(), coordinator())
    second.post(at(referral, "recommendation/"), {"keep": "yes", "seen": mark, "media": "None"})
    mine = {"keep": "yes", "media": "Some"}
    page = desk.post(at(referral, "recommendation/"), {**mine, "seen": mark})
    assert "saved this recommendation after you opened it" in text_of(page)
    assert "Some" in text_of(page)
    desk.post(at(referral, "recommendation/"), {**mine, "seen": page.context["seen"]})
    assert current_recommendation(referral).said["media"] == "Some"


def test_members_and_the_chair_read_what_is_recommended(desk, chairs):
    referral = with_panel()
    typed = whole(dissent_who_0="Health", dissent_what_0="A learning review is enough")
    page = desk.post(at(referral, "recommendation/"), {**typed, "seen": ""}, follow=True)
    assert "is with the independent chair" in text_of(page)
    member = sign_in(Client(), make_person(Role.PANEL_MEMBER))
    read = text_of(member.get(at(referral)))
    for said in (RATIONALE, "A learning review is enough", "Serious Case Review"):
        assert said in read
    assert at(referral, "decide/") not in read
    assert RATIONALE in text_of(chairs.get(at(referral)))


def test_chair_decides_otherwise_after_a_draft(chairs):
    referral = recommended()
    keep = {"keep": "yes", "reasons": "Half a reason", "to_tell": ["ofsted"]}
    assert "Half a reason" in text_of(chairs.post(at(referral, "decide/"), keep, follow=True))
    assert "Say whether you agree" in text_of(chairs.post(at(referral, "decide/"), {}))
    decision = {
        "agrees": "no",
        "reasons": "The learning is in one place",
        "next_steps": "Write to the agency",
        "to_tell": ["ofsted", "family"],
        **day_parts(timezone.localdate()),
    }
    refused = text_of(chairs.post(at(referral, "decide/"), decision))
    assert "Choose what is to become of the case" in refused
    decision["conclusion"] = "single-agency"
    page = text_of(chairs.post(at(referral, "decide/"), decision, follow=True))
    assert "The case is decided" in page
    assert "does not agree" in page


def test_who_was_told_is_noted_and_the_case_is_closed_and_opened_again(desk):
    referral = decided(to_tell=["family"])
    line = Telling.objects.get()
    days = day_parts(timezone.localdate())
    told = {name.replace("day_", f"told_{line.pk}_", 1): value for name, value in days.items()}
    page = desk.post(at(referral, "told/"), told, follow=True)
    assert "Told" in text_of(page)
    typed = {"outcome": "single-agency", "reason": "All is done"}
    page = text_of(desk.post(at(referral, "close/"), typed, follow=True))
    assert "The case is closed" in page
    assert "Open the case again" in page
    page = text_of(desk.post(at(referral, "reopen/"), {"reason": "New facts"}, follow=True))
    assert "New facts" in page


def test_chair_sends_back_and_takes_back_with_a_reason(chairs):
    referral = recommended()
    assert "Give your reason" in text_of(chairs.post(at(referral, "send-back/"), {}))
    page = text_of(chairs.post(at(referral, "send-back/"), {"reason": "Say more"}, follow=True))
    assert "Say more" in page
    assert Referral.objects.get().status == Status.WITH_PANEL
    other = decided()
    page = text_of(chairs.post(at(other, "take-back/"), {"reason": "A mistake"}, follow=True))
    assert "An earlier decision" in page
    again = text_of(chairs.post(at(other, "take-back/"), {"reason": "A mistake"}))
    assert "cannot be done to a referral that is recommended" in again


def test_decision_of_which_only_the_day_was_kept_stays_readable(desk):
    referral = with_panel()
    PanelDates.objects.update(decided_on=timezone.localdate())
    Referral.objects.update(status=Status.DECIDED)
    page = text_of(desk.get(at(referral)))
    assert "Of this decision only its day was kept" in page
    assert "There is none yet" in page
    assert "names nobody" in text_of(desk.get(at(referral, "told/")))


def test_a_draft_on_a_case_that_moved_on_is_refused_with_a_sentence(desk, chairs):
    referral = recommended()
    page = desk.post(at(referral, "recommendation/"), {"keep": "yes", "seen": "", "media": "None"})
    assert "cannot be done to a referral that is recommended" in text_of(page)
    other = with_panel()
    page = chairs.post(at(other, "decide/"), {"keep": "yes", "reasons": "Early"})
    assert "cannot be done to a referral that is with the panel" in text_of(page)


def test_referrer_sees_the_day_of_the_decision_alone(client):
    referral = sent(client)
    PanelDates.objects.create(
        referral=referral, meeting_on=timezone.localdate(), decided_on=timezone.localdate()
    )
    Referral.objects.update(status=Status.DECIDED)
    assert "will hear from the board what was decided" in text_of(client.get("/refer/status/"))


def test_coordinators_change_the_list_of_who_can_be_told(desk, chairs):
    typed = {"name": "Family", "rule": "Where the child lives elsewhere", "days": "3"}
    page = text_of(desk.post("/panel/to-tell/add/", typed, follow=True))
    assert "within 3 days" in page
    assert ToTell.objects.filter(key__in=["family", "family-2"]).count() == 2
    desk.post("/panel/to-tell/family-2/", {"name": "Another board", "is_retired": "on"})
    assert "Not offered" in text_of(desk.get("/panel/to-tell/"))
    page = text_of(chairs.get(at(recommended(), "decide/")))
    assert "Ofsted" in page
    assert "family-2" not in page
