"""What there is to teach from on a theme: published things alone, a question for each kind."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from reviews.models import CaseReview, CaseScenario, LearningPoint, ResearchMessage, Resource, Theme
from tscb.board.addresses import full_address
from tscb.training.parts import (
    BRIEFING,
    LESSON,
    RESEARCH,
    RESOURCE,
    SCENARIO,
    Part,
    in_short,
)


def offered(theme: Theme) -> list[Part]:
    """In the order that a session has at first."""
    return [*_briefings(theme), *_lessons(theme), *_scenarios(theme), *_further(theme)]


def _briefings(theme: Any) -> Iterator[Part]:
    for one in theme.briefings.published().newest_first()[: BRIEFING.offered]:
        address = full_address(one.get_absolute_url())
        yield Part(BRIEFING, one, one.title, one.overview, "", address, one.is_sample)


def _lessons(theme: Theme) -> Iterator[Part]:
    for point in _of_reviews(LearningPoint.objects.all(), theme)[: LESSON.offered]:
        yield Part(LESSON, point, in_short(point.text), point.text, *_whose(point.review))


def _scenarios(theme: Theme) -> Iterator[Part]:
    for one in _of_reviews(CaseScenario.objects.all(), theme)[: SCENARIO.offered]:
        yield Part(SCENARIO, one, one.title, one.scenario, *_whose(one.review))


def _of_reviews(rows: QuerySet[Any], theme: Theme) -> QuerySet[Any]:
    """Of published reviews of the theme, the newest review first."""
    reviews = CaseReview.objects.published().filter(themes=theme).order_by()
    found = rows.filter(review__in=reviews.values("pk")).select_related("review")
    return found.order_by("-review__published_at", "-review_id", "order", "pk")


def _whose(review: CaseReview) -> tuple[str, str, bool]:
    return review.title, full_address(review.get_absolute_url()), review.is_sample


def _further(theme: Any) -> Iterator[Part]:
    messages: QuerySet[ResearchMessage] = theme.research_messages.all()
    for one in messages[: RESEARCH.offered]:
        source = f"{one.source}, {one.published:%-d %B %Y}" if one.published else one.source
        yield Part(RESEARCH, one, one.title, one.summary, source, one.link, one.is_sample)
    resources: QuerySet[Resource] = theme.resources.all()
    for resource in resources[: RESOURCE.offered]:
        kind, text = resource.get_kind_display(), resource.description
        yield Part(
            RESOURCE, resource, resource.title, text, kind, resource.link, resource.is_sample
        )
