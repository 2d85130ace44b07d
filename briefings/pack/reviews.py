"""What the pack tells of the reviews that a briefing belongs to, from their public pages."""

from typing import Any

from django.utils.timezone import localdate

from briefings.models import Briefing
from briefings.sheet.making import SAMPLE_MARK
from reviews.models import CaseReview
from tscb.board.addresses import full_address
from tscb.common.typesetting import blocks


def summaries_of(briefing: Briefing) -> list[dict[str, Any]]:
    """The public ones, newest first: summary, learning and recommendations."""
    published = briefing.reviews.published().newest_first().select_related("review_type")
    reviews = published.prefetch_related("learning_points", "recommendations")
    return [_summary(review) for review in reviews]


def _summary(review: CaseReview) -> dict[str, Any]:
    address = full_address(review.get_absolute_url())
    return {
        "slug": review.slug,
        "title": review.title,
        "review_type": review.review_type.name,
        "made_by": review.board_name,
        "published": f"{localdate(review.published_at):%-d %B %Y}",
        "summary": blocks(review.summary),
        "learning": [blocks(point.text) for point in review.learning_points.all()],
        "recommendations": [
            {"blocks": blocks(one.text), "owner": one.owner} for one in review.recommendations.all()
        ],
        "address": address,
        "address_shown": address.partition("://")[2],
        "sample_mark": SAMPLE_MARK if review.is_sample else "",
    }
