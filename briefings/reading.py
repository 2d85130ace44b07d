"""What the page of a briefing shows beside its own row, in few questions."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q
from django.db.models.functions import JSONObject
from django.http import Http404
from django.utils import timezone

from briefings.headings import usual_headings
from briefings.models import Briefing, BriefingResource, BriefingSection, BriefingUse, Question
from briefings.models.briefing import SECTIONS
from briefings.models.use import TEAM_KEY
from reviews.models import CaseReview, Theme
from reviews.models.case_review import named
from tscb.board.models import Agency
from tscb.common.written_once import WrittenOnce, given


def parts() -> JSONObject:
    """All that is written in tables beside it, short as it is read with the row itself."""
    own = {"briefing": OuterRef("pk")}
    sections = BriefingSection.objects.filter(**own)
    resources = BriefingResource.objects.filter(**own)
    return JSONObject(
        sections=ArraySubquery(
            sections.values(one=JSONObject(number="number", heading="heading", text="text"))
        ),
        themes=named(Theme, "briefings"),
        agencies=named(Agency, "briefings"),
        questions=ArraySubquery(Question.objects.filter(**own).values("text")),
        resources=ArraySubquery(resources.values(one=JSONObject(title="title", link="link"))),
    )


_one = WrittenOnce(
    lambda: (
        Briefing.objects.published(given("now"))
        .annotate(parts_read=parts())
        .filter(slug=given("slug"))
    )
)
_newest = WrittenOnce(lambda: Briefing.objects.published(given("now")).newest_first().for_lists())
_reviews = WrittenOnce(
    lambda: (
        CaseReview.objects.published(given("now"))
        .filter(briefings=given("briefing"))
        .newest_first()
        .for_lists()
    )
)
_teams = WrittenOnce(
    lambda: (
        BriefingUse.objects.accepted()
        .filter(briefing=given("briefing"))
        .order_by()
        .values("briefing")
        .annotate(teams=Count(TEAM_KEY, distinct=True))
        .values_list("teams", flat=True)
    )
)


def public_briefing(slug: str) -> Briefing:
    """With all that its page needs of its own; raises Http404."""
    for briefing in _one.ask(slug=slug, now=timezone.now()):
        return briefing
    raise Http404("There is no such briefing.")


def newest_briefings(number: int) -> list[Briefing]:
    return _newest.ask(cut=(0, number), now=timezone.now())


def reviews_of(briefing: Briefing) -> list[CaseReview]:
    return _reviews.ask(briefing=briefing.pk, now=timezone.now())


def teams_that_used(briefing: Briefing) -> int:
    return sum(_teams.ask(briefing=briefing.pk))


def parts_of(briefing: Briefing) -> dict[str, list[Any]]:
    """Of a row that was not read by `public_briefing`, such as an editor's preview, too."""
    if hasattr(briefing, "parts_read"):
        return briefing.parts_read
    return Briefing.objects.values_list(parts(), flat=True).get(pk=briefing.pk)


def all_seven(sections: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """For a preview, with those that are not written yet under their usual headings."""
    written = {section["number"]: section for section in sections}
    usual = usual_headings()[kind]
    return [
        written.get(number) or {"number": number, "heading": usual[number - 1], "text": ""}
        for number in range(1, SECTIONS + 1)
    ]


def neighbours(briefing: Briefing) -> dict[str, Any]:
    """The briefings published just before and just after, in one question."""
    at, pk = briefing.published_at, briefing.pk
    if at is None:
        return {}
    return {
        "next" if (one["published_at"], one["pk"]) > (at, pk) else "previous": one
        for one in _neighbours.ask(at=at, pk=pk, now=timezone.now())
    }


def _both_neighbours() -> Any:
    at, pk = given("at"), given("pk")
    published: Any = Briefing.objects.published(given("now"))
    named = published.values("title", "slug", "published_at", "pk")
    older = named.filter(published_at__lte=at).filter(Q(published_at__lt=at) | Q(pk__lt=pk))
    newer = named.filter(published_at__gte=at).filter(Q(published_at__gt=at) | Q(pk__gt=pk))
    return older.newest_first()[:1].union(newer.order_by("published_at", "pk")[:1])


_neighbours = WrittenOnce(_both_neighbours)
