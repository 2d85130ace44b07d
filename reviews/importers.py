"""Themes and case reviews in the import format."""

from datetime import date, datetime, time
from functools import partial
from typing import Any, cast

from django.db.models import Field, Model
from django.utils import timezone

from reviews.importing_documents import bring_documents, read_documents
from reviews.importing_scenarios import read_scenarios, write_scenarios
from reviews.models import (
    AgeBand,
    CaseReview,
    Harm,
    LearningPoint,
    Recommendation,
    ReviewType,
    Theme,
)
from reviews.terms import find_or_make
from tscb.board.models import Agency
from tscb.common.importing import Options, Record
from tscb.common.publishing.actions import holds
from tscb.common.publishing.addresses import check_address_is_free
from tscb.common.publishing.models import Publishable, Status

TERM_LENGTH = 100


def longest(model: type[Model], name: str) -> int | None:
    return field_of(model, name).max_length


def field_of(model: type[Model], name: str) -> "Field[Any, Any]":
    return cast("Field[Any, Any]", model._meta.get_field(name))


def read_slug(record: Record, model: type[Model]) -> str:
    field = field_of(model, "slug")
    slug = record.text("slug", required=True)
    rules = [*field.validators, partial(check_address_is_free, model)]
    return record.validated("slug", slug, rules) if slug else slug


def read_publishing(record: Record, model: type[Model]) -> dict[str, Any]:
    """Title and publication: everything imported is published at its date."""
    title = record.text("title", required=True, longest=longest(model, "title"))
    day = record.date("published", required=True)
    at = timezone.make_aware(datetime.combine(day, time.min)) if day else None
    return {
        "title": title,
        "status": Status.PUBLISHED,
        "published_at": at,
        "withdrawn_at": None,
        # Nobody of this site wrote or checked it; an import takes the place of what they did.
        **dict.fromkeys(("edited_by", "edited_at", "checked_by", "checked_at", "proposed")),
    }


def written(
    model: type[Model], slug: str, fields: dict[str, Any], options: Options, **first: Any
) -> tuple[Any, bool]:
    """The one with this slug, made or renewed, and whether it is new; `first` is for new ones."""
    return model._default_manager.update_or_create(
        slug=slug,
        defaults={**fields, **options.mark_of_renewed},
        create_defaults={**fields, **first, "is_sample": options.is_sample},
    )


def stays_away(model: type[Publishable], slug: str, record: Record, options: Options) -> bool:
    """What editors took back, put on request or write anew is left alone, and the report says so:
    a file from before must not undo a withdrawal."""
    there = model._default_manager.filter(slug=slug).first()
    if there and (held := holds(there)):
        record.problem("slug", held[0])
        return True
    if there is None or there.status == Status.PUBLISHED or options.is_sample:
        return False
    record.note("slug", f"left alone, for here it is: {there.get_status_display().lower()}.")
    return True


def _due(fields: dict[str, Any]) -> date | None:
    """Old reviews fall due one period after the import, not all on its day."""
    start = max(timezone.localdate(fields["published_at"]), timezone.localdate())
    return CaseReview().due_after(start)


class ThemeImporter:
    kind = "theme"

    def save(self, record: Record, options: Options) -> bool:
        slug = read_slug(record, Theme)
        name = record.text("name", required=True, longest=TERM_LENGTH)
        fields = {"name": name, "description": record.text("description")}
        same = Theme.objects.filter(name__iexact=name).exclude(slug=slug).first()
        if same:
            record.problem("name", f"the theme “{same.slug}” has this name already.")
        if record.problems:
            return False
        return written(Theme, slug, fields, options)[1]


class ReviewImporter:
    kind = "review"

    def save(self, record: Record, options: Options) -> bool:
        slug = read_slug(record, CaseReview)
        fields, words = self._fields(record), self._words(record)
        points = record.texts("learning", longest=longest(LearningPoint, "text"))
        recommendations = [self._recommendation(item) for item in record.records("recommendations")]
        scenarios = read_scenarios(record)
        documents = read_documents(record, options)
        if record.problems or stays_away(CaseReview, slug, record, options):
            return False
        review, is_new = self._written(slug, fields, words, options)
        self._write_learning(review, points, recommendations)
        write_scenarios(review, scenarios)
        bring_documents(review, "review", documents, record, options)
        return is_new

    def _fields(self, record: Record) -> dict[str, Any]:
        fields = read_publishing(record, CaseReview)
        for name in ("what_happened", "method", "response"):
            fields[name] = record.text(name, longest=longest(CaseReview, name))
        fields["summary"] = record.text(
            "summary", required=True, longest=longest(CaseReview, "summary")
        )
        fields["board_name"] = record.text("board", longest=longest(CaseReview, "board_name"))
        fields["age_band"] = record.choice(
            "age_band", AgeBand.values, default=AgeBand.NOT_STATED.value
        )
        fields["source"] = self._source(record)
        return fields

    @staticmethod
    def _source(record: Record) -> str:
        field = field_of(CaseReview, "source")
        source = record.text("source")
        return record.validated("source", source, field.validators) if source else ""

    @staticmethod
    def _words(record: Record) -> dict[str, Any]:
        return {
            "type": record.text("type", required=True, longest=TERM_LENGTH),
            **{
                name: record.texts(name, longest=TERM_LENGTH)
                for name in ("themes", "agencies", "harms")
            },
        }

    @staticmethod
    def _recommendation(item: Record) -> dict[str, Any]:
        progress = Recommendation.Progress
        return {
            "text": item.text("text", required=True, longest=longest(Recommendation, "text")),
            "owner": item.text("owner", longest=longest(Recommendation, "owner")),
            "due": item.date("due"),
            "status": item.choice("status", progress.values, default=progress.NOT_STARTED.value),
            "evidence": item.text("evidence", longest=longest(Recommendation, "evidence")),
        }

    @staticmethod
    def _written(
        slug: str, fields: dict[str, Any], words: dict[str, Any], options: Options
    ) -> tuple[CaseReview, bool]:
        fields["review_type"] = find_or_make(ReviewType, words["type"])
        due = _due(fields)
        review, is_new = written(CaseReview, slug, fields, options, due_for_review_on=due)
        sample = {"is_sample": options.is_sample}
        review.themes.set([find_or_make(Theme, word, **sample) for word in words["themes"]])
        review.harms.set([find_or_make(Harm, word, **sample) for word in words["harms"]])
        review.agencies.set([find_or_make(Agency, word) for word in words["agencies"]])
        return review, is_new

    @staticmethod
    def _write_learning(
        review: CaseReview, points: list[str], recommendations: list[dict[str, Any]]
    ) -> None:
        review.learning_points.all().delete()
        LearningPoint.objects.bulk_create(
            LearningPoint(review=review, order=n, text=text) for n, text in enumerate(points, 1)
        )
        _write_recommendations(review, recommendations)


def _write_recommendations(review: CaseReview, told: list[dict[str, Any]]) -> None:
    """A place in the list keeps its row, so that the actions of a recommendation stay with it."""
    rows = dict(review.recommendations.values_list("order", "pk"))
    review.recommendations.exclude(order__in=range(1, len(told) + 1)).delete()
    for order, fields in enumerate(told, 1):
        Recommendation(pk=rows.get(order), review=review, order=order, **fields).save()
    review.note_completeness()


IMPORTERS = [ThemeImporter(), ReviewImporter()]
