"""How long a review takes to read."""

import pytest

from reviews.models import CaseReview, LearningPoint, Recommendation
from reviews.reading_time import minutes_to_read


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (200, 1), (201, 2), (2_000, 10)])
def test_minutes_are_whole_and_at_least_one(words, minutes):
    assert minutes_to_read(CaseReview(what_happened="word " * words), [], []) == minutes


def test_all_that_stands_on_the_page_counts():
    a_hundred = "word " * 100
    review = CaseReview(
        summary=a_hundred, what_happened=a_hundred, method=a_hundred, response=a_hundred
    )
    points = [LearningPoint(text=a_hundred)]
    recommendations = [Recommendation(text=a_hundred, evidence=a_hundred)]
    assert minutes_to_read(review, points, recommendations) == 4
