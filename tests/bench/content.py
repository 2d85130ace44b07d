"""Made-up reviews with a natural distribution of words; every tenth has a report of 20 pages."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import accumulate
from typing import Any

from django.db import connection
from django.utils import timezone

from reviews.models import (
    AgeBand,
    CaseReview,
    Harm,
    LearningPoint,
    ReportPage,
    ReviewDocument,
    ReviewType,
    Theme,
)
from tscb.board.models import Agency
from tscb.common.publishing.models import Status

PAGES, WORDS_A_PAGE = 20, 300
COMMONEST, ORDINARY, RARE = "children", "supervision", "quetzal"
SYLLABLES = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "wi", "zo"]
chance = random.Random(7)  # noqa: S311 - the same content each time, nothing secret
WORDS = sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(6_000)})
WEIGHTS = list(accumulate(1 / (n + 3) for n in range(len(WORDS))))


def text(length: int) -> str:
    """In nearly every text stands the commonest word, in one of twelve the ordinary one."""
    words = chance.choices(WORDS, cum_weights=WEIGHTS, k=length)
    words += [COMMONEST] * (chance.random() < 0.9) + [ORDINARY] * (chance.random() < 0.08)
    words += [RARE] * (chance.random() < 0.001)
    chance.shuffle(words)
    return " ".join(words)


def add_reviews(first: int, last: int) -> None:
    """Those with the numbers from `first` up to before `last`. The search entries are written once
    for all, instead of by each row as it comes."""
    kinds = [_terms(model) for model in (ReviewType, Theme, Agency, Harm)]
    with without_triggers():
        CaseReview.objects.bulk_create(_review(number, kinds[0]) for number in range(first, last))
        reviews = list(CaseReview.objects.filter(slug__gte=_slug(first)).only("pk"))
        for name, terms in zip(("themes", "agencies", "harms"), kinds[1:], strict=True):
            _sort(name, reviews, terms)
        LearningPoint.objects.bulk_create(
            LearningPoint(review=review, order=n, text=text(25))
            for review in reviews
            for n in (1, 2, 3)
        )
        _add_reports(reviews[::10])
    with connection.cursor() as cursor:
        for written in ("start_entry", "refresh_search", "refresh_sorts"):
            sql = f"SELECT count(reviews_{written}(id)) FROM reviews_casereview WHERE slug >= %s"  # noqa: S608 - our own names
            cursor.execute(sql, [_slug(first)])


@contextmanager
def without_triggers() -> Iterator[None]:
    through = [getattr(CaseReview, name).through for name in ("themes", "agencies", "harms")]
    models = [CaseReview, LearningPoint, ReviewDocument, ReportPage, *through]
    try:
        _all(models, "DISABLE")
        yield
    finally:
        _all(models, "ENABLE")


def _all(models: list[Any], does: str) -> None:
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f'ALTER TABLE "{model._meta.db_table}" {does} TRIGGER USER')


def _slug(number: int) -> str:
    return f"review-{number:06}"


def _terms(model: Any) -> list[Any]:
    for n in range(12):
        model.objects.get_or_create(slug=f"bench-{n}", defaults={"name": f"Bench {n}"})
    return list(model.objects.all())


def _review(number: int, types: list[ReviewType]) -> CaseReview:
    return CaseReview(
        slug=_slug(number), title=text(7), summary=text(60), what_happened=text(200),
        review_type=chance.choice(types), age_band=chance.choice(AgeBand.values),
        status=Status.PUBLISHED,
        published_at=timezone.now() - timedelta(minutes=number * 300 + 1),
    )  # fmt: skip


def _sort(name: str, reviews: list[CaseReview], terms: list) -> None:
    """Two terms for each review."""
    field: Any = CaseReview._meta.get_field(name)
    through = field.remote_field.through
    review, term = field.m2m_field_name(), field.m2m_reverse_field_name()
    through.objects.bulk_create(
        through(**{f"{review}_id": one.pk, f"{term}_id": chosen.pk})
        for one in reviews
        for chosen in chance.sample(terms, 2)
    )


def _add_reports(reviews: list[CaseReview]) -> None:
    """As if each had been signed off; the file itself is not measured."""
    documents = ReviewDocument.objects.bulk_create(
        ReviewDocument(review=review, title="Overview report", cleaned="none.pdf",
                       original="none.pdf", released_at=timezone.now())
        for review in reviews
    )  # fmt: skip
    pages = [text(WORDS_A_PAGE) for _ in range(200)]
    ReportPage.objects.bulk_create(
        (
            ReportPage(document=document, number=number, text=chance.choice(pages))
            for document in documents
            for number in range(1, PAGES + 1)
        ),
        batch_size=1_000,
    )
