"""A decided review becomes a draft under a word that tells nothing, linked to its referral."""

import pytest

from referrals import facts
from referrals.deciding import chairing
from referrals.models import NeutralWord, ReviewOrigin, ReviewPlan, Step
from referrals.models.status import WrongState
from referrals.publication import beginning, coming_out, pseudonyms
from reviews import wording
from reviews.models import CaseReview
from tests.factories.deciding import begun, chair, coordinator, decided, recommended
from tests.factories.referrals import received
from tscb.common.publishing.models import Status, check_discreet_slug

pytestmark = pytest.mark.django_db


def test_draft_is_empty_linked_and_called_by_a_word_of_the_list():
    plan = begun()
    review = CaseReview.objects.get()
    assert review.slug in pseudonyms.WORDS.split()
    assert review.title == pseudonyms.title_of(review.slug)
    assert (review.status, review.summary, review.what_happened) == (Status.DRAFT, "", "")
    assert review.review_type.name == "Serious Case Review"
    assert ReviewOrigin.objects.get().referral_id == plan.referral_id
    assert set(plan.milestones.values_list("step", flat=True)) == set(Step.values)
    assert NeutralWord.objects.get(word=review.slug).used_at


def test_beginning_twice_makes_one():
    plan = begun()
    assert beginning.begin(referral_id=plan.referral_id, by=coordinator()) == plan
    assert CaseReview.objects.count() == 1


def test_safety_gate_compares_it_from_the_start():
    plan = begun()
    child = plan.referral.answers["children"][0]["child_last_name"]
    CaseReview.objects.update(what_happened=f"It happened to {child}.")
    assert wording.problems(CaseReview.objects.get())


def test_without_a_decision_for_a_review_nothing_begins():
    by = coordinator()
    for referral in (decided(agrees=False, conclusion="audit"), recommended()):
        with pytest.raises(WrongState):
            beginning.begin(referral_id=referral.pk, by=by)
    assert not ReviewPlan.objects.exists()


def test_decision_is_not_taken_back_once_the_review_has_begun():
    plan = begun()
    with pytest.raises(WrongState, match="The review has begun"):
        chairing.take_back(referral_id=plan.referral_id, reason="A mistake", by=chair())


def test_word_like_a_name_of_the_referral_or_taken_is_left_out():
    referral = received()
    first = referral.answers["children"][0]["child_first_names"]
    assert not pseudonyms.fits(first.split()[0].lower(), referral)
    assert not pseudonyms.fits("feed", referral)
    assert pseudonyms.fits("lantern", referral)
    CaseReview.objects.create(
        title="Another", slug="lantern", review_type=begun().review.review_type
    )
    assert not pseudonyms.fits("lantern", referral)


def test_no_word_left_is_a_sentence():
    referral = decided()
    with pytest.raises(WrongState, match="No word is left"):
        beginning.begin(referral_id=referral.pk, by=coordinator())


def test_list_is_discreet_and_staff_s_own_choice_stays():
    for word in pseudonyms.WORDS.split():
        check_discreet_slug(word)
    facts.set_up()
    NeutralWord.objects.exclude(word="lantern").delete()
    facts.set_up()
    assert NeutralWord.objects.count() == 1


def test_published_review_is_noted_with_its_day():
    plan = begun()
    coming_out.note_published()
    assert plan.milestones.get(step=Step.PUBLISHED).done_on is None
    now = plan.begun_at
    CaseReview.objects.update(status=Status.PUBLISHED, published_at=now, edited_by=None)
    coming_out.note_published()
    assert plan.milestones.get(step=Step.PUBLISHED).done_on == now.date()
