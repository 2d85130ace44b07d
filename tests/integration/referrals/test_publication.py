"""The review of a case through its pages: begun, planned, held back, its actions tracked."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from referrals import facts
from referrals.models import ClockEvent, NeutralWord, ReviewPlan
from referrals.publication.beginning import NO_REVIEW
from reviews.models import Action, CaseReview
from tests.factories import make_action, make_person, make_recommendation, make_review, sign_in
from tests.factories.deciding import begun, coordinator, decided
from tests.factories.referrals import received, text_of
from tests.factories.reviews import make_agency
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
SECRET = "Ms Plantedmarker of Another County"


@pytest.fixture
def desk() -> Client:
    return sign_in(Client(), coordinator())


def at(plan: ReviewPlan, page: str = "") -> str:
    return f"/panel/referrals/{plan.referral_id}/review/{page}"


def parts(name: str, day) -> dict[str, int]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def test_review_is_begun_by_a_coordinator_and_its_plan_is_written(desk):
    facts.set_up()
    referral = decided()
    address = f"/panel/referrals/{referral.pk}/review/"
    assert "Begin the review" in text_of(desk.get(address))
    page = text_of(desk.post(f"{address}begin/", follow=True))
    review = CaseReview.objects.get()
    assert f"A draft waits for editors: {review.title}" in page
    typed = {"terms": "From birth to death", "reviewer": SECRET, "independence": "None"}
    page = text_of(desk.post(f"{address}plan/", typed, follow=True))
    assert SECRET in page
    member = text_of(sign_in(Client(), make_person(Role.PANEL_MEMBER)).get(address))
    assert SECRET in member
    assert "Write the plan" not in member


def test_where_no_review_is_decided_none_begins(desk):
    referral = decided(agrees=False, conclusion="audit")
    address = f"/panel/referrals/{referral.pk}/review/"
    assert "No review of this case has been decided" in text_of(desk.get(address))
    page = text_of(desk.post(f"{address}begin/", follow=True))
    assert NO_REVIEW in page
    assert desk.get(f"{address}plan/").status_code == 404


def test_steps_are_kept_and_the_clock_hears_of_them(desk):
    plan, today = begun(), timezone.localdate()
    late = parts("done_started", today + timedelta(days=1))
    refused = text_of(desk.post(at(plan, "steps/"), late))
    assert "What is done lies not in the future" in refused
    days = parts("done_started", today) | parts("planned_published", today + timedelta(days=90))
    assert "Review started" in text_of(desk.post(at(plan, "steps/"), days, follow=True))
    heard = set(plan.referral.case_events.values_list("event", flat=True))
    assert {ClockEvent.REVIEW_STARTED, ClockEvent.PUBLICATION_PLANNED} <= heard
    desk.post(at(plan, "steps/"), {})
    heard = set(plan.referral.case_events.values_list("event", flat=True))
    assert ClockEvent.REVIEW_STARTED not in heard


def test_publication_is_held_back_and_let_go(desk):
    plan = begun()
    page = text_of(desk.post(at(plan, "hold-back/"), {}))
    assert "Say why it is held back" in page
    typed = {"why": "A trial", **parts("look_again_on", timezone.localdate() + timedelta(days=9))}
    page = text_of(desk.post(at(plan, "hold-back/"), typed, follow=True))
    assert "Held back" in page
    assert "Until it is lifted" in page
    page = text_of(desk.post(at(plan, "lift/"), {"reason": "It is over"}, follow=True))
    assert "It is over" in page


def test_actions_are_tracked_to_done_and_released_by_a_second(desk):
    plan = begun()
    recommendation = make_recommendation(plan.review)
    typed = {
        "text": "Write one plan",
        "agency": make_agency("Sample Trust").pk,
        "recommendation": recommendation.pk,
        "owner_role": "Head of service",
        "state": "not started",
        "public_evidence": "All use one plan",
        **parts("due", timezone.localdate() - timedelta(days=1)),
    }
    desk.post(at(plan, "actions/add/"), typed)
    action = Action.objects.get()
    listed = text_of(desk.get("/panel/actions/"))
    assert "Overdue" in listed
    assert at(plan) in listed
    refused = text_of(desk.post(at(plan, f"actions/{action.pk}/"), {**typed, "state": "done"}))
    assert "Say what shows that it is done" in refused
    desk.post(at(plan, f"actions/{action.pk}/"), {**typed, "state": "done", "evidence": "Seen"})
    assert "All actions are done" in text_of(desk.get("/panel/actions/"))
    own = desk.post(at(plan, f"actions/{action.pk}/release/"), follow=True)
    assert "a second person has to release it" in text_of(own)
    second = sign_in(Client(), coordinator())
    assert "Release what" in text_of(second.get(at(plan)))
    second.post(at(plan, f"actions/{action.pk}/release/"))
    assert Action.objects.get().shown_evidence == "All use one plan"
    other = make_action(make_review())
    assert desk.get(at(plan, f"actions/{other.pk}/")).status_code == 404


def test_words_are_added_once_and_taken_out(desk):
    facts.set_up()
    assert "is in the list already" in text_of(desk.post("/panel/words/", {"word": "Lantern"}))
    assert "four letters or more" in text_of(desk.post("/panel/words/", {"word": "A-1"}))
    assert "The word is added" in text_of(
        desk.post("/panel/words/", {"word": "Paperclip"}, follow=True)
    )
    desk.post("/panel/words/", {"retire": "paperclip"})
    assert NeutralWord.objects.get(word="paperclip").is_retired


def test_case_without_a_decision_says_so(desk):
    page = text_of(desk.get(f"/panel/referrals/{received().pk}/review/"))
    assert "No review of this case has been decided" in page
