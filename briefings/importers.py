"""7 minute briefings in the import format."""

from typing import Any

from briefings.models import Briefing, BriefingSection, Question, Variant
from briefings.models.briefing import SECTIONS
from reviews.importers import TERM_LENGTH, longest, read_publishing, read_slug, stays_away, written
from reviews.importing_documents import bring_documents, read_documents
from reviews.models import CaseReview, Theme
from reviews.terms import find_or_make
from tscb.common.importing import Options, Record
from tscb.common.publishing.actions import holds


class BriefingImporter:
    kind = "briefing"

    def save(self, record: Record, options: Options) -> bool:
        slug = read_slug(record, Briefing)
        fields = self._fields(record)
        sections = self._sections(record)
        questions = record.texts("questions", longest=longest(Question, "text"))
        themes = record.texts("themes", longest=TERM_LENGTH)
        reviews = self._reviews(record)
        documents = read_documents(record, options)
        if record.problems or stays_away(Briefing, slug, record, options):
            return False
        briefing, is_new = written(Briefing, slug, fields, options)
        briefing.themes.set(
            [find_or_make(Theme, word, is_sample=options.is_sample) for word in themes]
        )
        briefing.reviews.set(reviews)
        self._write_parts(briefing, sections, questions)
        briefing.note_completeness()
        bring_documents(briefing, "briefing", documents, record, options)
        return is_new

    @staticmethod
    def _fields(record: Record) -> dict[str, Any]:
        return {
            **read_publishing(record, Briefing),
            "variant": record.choice("variant", Variant.values, default=Variant.CASE.value),
            "overview": record.text("overview", longest=longest(Briefing, "overview")),
        }

    @staticmethod
    def _sections(record: Record) -> list[dict[str, str]]:
        sections = [
            {
                "heading": item.text(
                    "heading", required=True, longest=longest(BriefingSection, "heading")
                ),
                "text": item.text("text", required=True, longest=longest(BriefingSection, "text")),
            }
            for item in record.records("sections")
        ]
        if not 1 <= len(sections) <= SECTIONS:
            record.problem("sections", f"has {len(sections)} entries; a briefing has 1 to 7.")
        return sections

    @staticmethod
    def _reviews(record: Record) -> list[CaseReview]:
        """Reviews come before briefings, so one that is not there now never will be."""
        slugs = record.texts("reviews")
        found = {review.slug: review for review in CaseReview.objects.filter(slug__in=slugs)}
        for number, slug in enumerate(slugs):
            if slug not in found:
                record.problem(f"reviews[{number}]", f"there is no case review “{slug}”.")
            elif held := holds(found[slug]):
                record.problem(f"reviews[{number}]", held[0])
        return list(found.values())

    @staticmethod
    def _write_parts(
        briefing: Briefing, sections: list[dict[str, str]], questions: list[str]
    ) -> None:
        briefing.sections.all().delete()
        BriefingSection.objects.bulk_create(
            BriefingSection(briefing=briefing, number=n, **section)
            for n, section in enumerate(sections, 1)
        )
        briefing.questions.all().delete()
        Question.objects.bulk_create(
            Question(briefing=briefing, order=n, text=text) for n, text in enumerate(questions, 1)
        )


IMPORTERS = [BriefingImporter()]
