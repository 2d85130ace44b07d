"""Case reviews that staff may put forward on the home page."""

from collections.abc import Collection

from django.db.models import QuerySet

from reviews.models import CaseReview

VIEW = "reviews:detail"


def published(slugs: Collection[str]) -> QuerySet[CaseReview]:
    return CaseReview.objects.published().filter(slug__in=slugs).for_lists()
