"""What each record of the catalogue holds. docs/open-data.md says the same, and a test compares."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tscb.board.addresses import full_address
from tscb.board.site import current
from tscb.common.spreadsheet import Value


@dataclass(frozen=True)
class Column:
    name: str
    meaning: str
    value: Callable[[Any], Value]


def words(kind: str) -> Callable[[Any], Value]:
    return lambda review: [word["name"] for word in review.terms[kind]]


COLUMNS = (
    Column("address", "The permanent address of the review.",
           lambda review: full_address(review.get_absolute_url())),
    Column("title", "The title of the review.", lambda review: review.title),
    Column("type", "The type of the review.", lambda review: review.review_type.name),
    Column("board", "The board that made the review.",
           lambda review: review.board_name or current().board_name),
    Column("published", "When it was published (ISO 8601).",
           lambda review: review.published_at.isoformat()),
    Column("updated", "When it was last changed (ISO 8601).",
           lambda review: review.updated_at.isoformat()),
    Column("age_band", "The age of the child as a band, never exact.",
           lambda review: review.age_band),
    Column("themes", "What it is about.", words("themes")),
    Column("agencies", "The agencies that were involved.", words("agencies")),
    Column("harms", "The kinds of harm.", words("harms")),
    Column("summary", "The review in a few sentences.", lambda review: review.summary),
    Column("learning", "What was learned, one text a point.", lambda review: review.learning),
    Column("recommendations", "How many recommendations it made.",
           lambda review: review.number_of_recommendations),
    Column("recommendations_done", "How many of them are done.", lambda review: review.number_done),
    Column("documents", "How many documents can be read.",
           lambda review: review.number_of_documents),
    Column("sample", "Whether it is fictional sample content.", lambda review: review.is_sample),
)  # fmt: skip
