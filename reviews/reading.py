"""The questions that public pages ask about case reviews, each with its SQL written once."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from reviews.models import CaseReview, LearningPoint, Recommendation
from reviews.progress import tracked
from tscb.common.written_once import WrittenOnce, given

MOST_BRIEFINGS = 20

_one = WrittenOnce(
    lambda: CaseReview.objects.published(given("now")).for_reading().filter(slug=given("slug"))
)
_newest = WrittenOnce(lambda: CaseReview.objects.published(given("now")).newest_first().for_lists())
_points = WrittenOnce(lambda: LearningPoint.objects.filter(review=given("review")))
_recommendations = WrittenOnce(
    lambda: tracked(Recommendation.objects.filter(review=given("review")))
)


def public_review(slug: str) -> CaseReview:
    """With all that its page needs of its own row; raises Http404."""
    for review in _one.ask(slug=slug, now=timezone.now()):
        return review
    raise Http404("There is no such review.")


def newest_reviews(number: int) -> list[CaseReview]:
    return _newest.ask(cut=(0, number), now=timezone.now())


def learning_points(review: CaseReview) -> list[LearningPoint]:
    return _points.ask(review=review.pk)


def recommendations(review: CaseReview) -> list[Recommendation]:
    return _recommendations.ask(review=review.pk)


def briefings_on(review: CaseReview) -> list[Any]:
    return _briefings.ask(review=review.pk, now=timezone.now())


def _briefings_of_a_review() -> Any:
    """Their model lies in a room that knows this one."""
    briefings: Any = CaseReview._meta.get_field("briefings").related_model
    published = briefings.objects.published(given("now")).filter(reviews=given("review"))
    return published.newest_first().for_lists()[:MOST_BRIEFINGS]


_briefings = WrittenOnce(_briefings_of_a_review)
