"""What the page of a briefing shows beside its own row, in few questions."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject

from briefings.headings import usual_headings
from briefings.models import Briefing, BriefingResource, BriefingSection, Question
from briefings.models.briefing import SECTIONS
from reviews.models import Theme
from reviews.models.case_review import named
from tscb.board.models import Agency


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


def for_reading(briefings: Any) -> Any:
    return briefings.annotate(parts_read=parts())


def parts_of(briefing: Briefing) -> dict[str, list[Any]]:
    """Of a row that was not read by `for_reading`, such as an editor's preview, too."""
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
    published: Any = Briefing.objects.published().values("title", "slug", "published_at", "pk")
    older = published.filter(published_at__lte=at).filter(Q(published_at__lt=at) | Q(pk__lt=pk))
    newer = published.filter(published_at__gte=at).filter(Q(published_at__gt=at) | Q(pk__gt=pk))
    nearest = newer.order_by("published_at", "pk")[:1]
    found = older.newest_first()[:1].union(nearest)
    return {
        "next" if (one["published_at"], one["pk"]) > (at, pk) else "previous": one for one in found
    }
