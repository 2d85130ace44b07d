"""7 minute briefings that staff may put forward on the home page."""

from collections.abc import Collection

from django.db.models import QuerySet

from briefings.models import Briefing

VIEW = "briefings:detail"


def published(slugs: Collection[str]) -> QuerySet[Briefing]:
    return Briefing.objects.published().filter(slug__in=slugs).for_lists()
