"""A found review as a list shows it: title and snippet with marks, and the best page of its report.

All that is costly is done for the rows that are shown alone: PostgreSQL puts it off until it has
sorted and cut.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchRank
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.safestring import SafeString

from reviews.models import CaseReview, ReportPage
from reviews.search.marking import as_html, has_marks, headline, pieces
from reviews.search.words import Matches, Words
from tscb.common.uploads.storage import public_file_name


@dataclass(frozen=True)
class ReportHit:
    """Where a report has the words; the address opens it at that page."""

    title: str
    page: int
    address: str
    snippet: SafeString


def with_snippets(reviews: QuerySet[Any], words: Words) -> QuerySet[Any]:
    """For the rows that are shown: what they hold of the words, with marks."""
    return reviews.annotate(
        marked_title=headline("title", words.all, highlight_all=True),
        marked_text=pieces("search_entry__text", words.all),
        best_page=_best_page(words.any, words.at),
    )


def _best_page(query: Any, at: Any) -> Any:
    """Of a signed-off document; the first of equally good pages. It may have some words only."""
    pages = ReportPage.objects.public(at).filter(document__review=OuterRef("pk"))
    best = pages.filter(Matches(F("search"), query)).order_by(
        SearchRank(F("search"), query).desc(), "number", "pk"
    )[:1]
    return best.values(
        found=JSONObject(
            page="number",
            title="document__title",
            public_id="document__public_id",
            text=pieces("text", query),
        )
    )


def present(review: Any) -> Any:
    """Puts marks into a review that was found by words, and `report_hit` on it."""
    review.shown_title = as_html(review.marked_title)
    if has_marks(review.marked_text):
        review.excerpt = as_html(review.marked_text)
    review.report_hit = _report_hit(review, review.best_page)
    return review


def _report_hit(review: CaseReview, best: dict[str, Any] | None) -> ReportHit | None:
    if best is None or not has_marks(best["text"]):
        return None
    name = public_file_name(best["title"], "pdf")
    address = reverse("reviews:document", args=[review.slug, best["public_id"], name])
    page = best["page"]
    return ReportHit(best["title"], page, f"{address}#page={page}", as_html(best["text"]))
