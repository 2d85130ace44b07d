"""How long a review takes to read, so that a practitioner knows whether now is the time."""

from collections.abc import Iterable
from math import ceil

from reviews.models import CaseReview, LearningPoint, Recommendation

WORDS_A_MINUTE = 200  # a careful reader of an official text


def minutes_to_read(
    review: CaseReview,
    points: Iterable[LearningPoint],
    recommendations: Iterable[Recommendation],
) -> int:
    """Whole minutes for all that is written on the page itself, at least one."""
    own = [review.summary, review.what_happened, review.method, review.response]
    texts = [
        *own,
        *(point.text for point in points),
        *(f"{one.text} {one.evidence}" for one in recommendations),
    ]
    return max(1, ceil(sum(len(text.split()) for text in texts) / WORDS_A_MINUTE))
