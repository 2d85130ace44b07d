"""Case reviews, their documents, and the words that sort them."""

import hashlib
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify

from briefings.models import BriefingDocument
from reviews import safety
from reviews.models import (
    Action,
    CaseReview,
    CaseScenario,
    Harm,
    LearningPoint,
    Recommendation,
    ReviewDocument,
    ReviewType,
    Theme,
)
from tests.factories.files import pdf
from tests.factories.people import make_person
from tscb.board.models import Agency
from tscb.board.roles import Role
from tscb.common.publishing.models import Publishable, Status

numbers = count(1)


def some_time_ago() -> datetime:
    return timezone.now() - timedelta(days=1)


def make_review_type(name: str = "Serious Case Review", **fields: Any) -> ReviewType:
    return ReviewType.objects.get_or_create(name=name, slug=slugify(name), defaults=fields)[0]


def make_theme(name: str = "Neglect", **fields: Any) -> Theme:
    return Theme.objects.get_or_create(name=name, slug=slugify(name), defaults=fields)[0]


def make_review(*, learning: list[str] | None = None, **fields: Any) -> CaseReview:
    """A published review with one learning point, ready in every way, unless told otherwise."""
    number = next(numbers)
    fields = {
        "title": f"Sharing information {number}",
        "slug": f"sharing-information-{number}",
        "summary": "What agencies knew, and did not tell each other.",
        "what_happened": "Each agency held one part of the picture.",
        **published_fields(fields),
        **fields,
    }
    fields.setdefault("review_type", None)
    fields["review_type"] = fields["review_type"] or make_review_type()
    review = CaseReview.objects.create(**fields)
    for order, text in enumerate(["Ask, and tell."] if learning is None else learning, 1):
        LearningPoint.objects.create(review=review, order=order, text=text)
    return review


def published_fields(fields: dict[str, Any]) -> dict[str, Any]:
    """The times that the asked-for status needs."""
    status = fields.get("status", Status.PUBLISHED)
    unpublished = status in (Status.DRAFT, Status.CHECKED)
    times = {"status": status, "published_at": None if unpublished else some_time_ago()}
    if status == Status.WITHDRAWN:
        times["withdrawn_at"] = timezone.now()
    if status == Status.CHECKED:
        times |= {"checked_by": make_person(Role.EDITOR), "checked_at": timezone.now()}
    return times


def make_document(item: Publishable, **fields: Any) -> Any:
    """A document of a review or a briefing, signed off unless `released_at` is None.

    Its cleaned copy is what the safety gate made of the one PDF of all tests.
    """
    model = ReviewDocument if isinstance(item, CaseReview) else BriefingDocument
    link = "review" if model is ReviewDocument else "briefing"
    content = cleaned_pdf()
    known = {"pages": 1, "size": len(content), "checksum": hashlib.sha256(pdf()).hexdigest()}
    known["gate_version"] = safety.VERSION
    fields = {"title": "Overview report", "released_at": some_time_ago(), **known, **fields}
    fields.setdefault("copy_title", fields["title"])
    document = model(**{link: item}, **fields)
    document.original.save("original.pdf", ContentFile(pdf()), save=False)
    document.cleaned.save("cleaned.pdf", ContentFile(content), save=False)
    document.save()
    return document


@lru_cache
def cleaned_pdf() -> bytes:
    """The gate runs programs of its own: once is enough."""
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "original.pdf"), Path(folder, "cleaned.pdf")
        source.write_bytes(pdf())
        safety.clean(source, target, title="Overview report")
        return target.read_bytes()


def make_recommendation(review: CaseReview, **fields: Any) -> Recommendation:
    """Not started, without owner or date, unless told otherwise."""
    fields = {"text": "Agree on one plan.", **fields}
    return Recommendation.objects.create(review=review, **fields)


def make_scenario(review: CaseReview, **fields: Any) -> CaseScenario:
    """A case to talk through in training, with two questions."""
    told = {
        "title": "A quiet week",
        "scenario": "You see a child who does not speak.",
        "questions": "What would you ask?\nWhom would you ring?",
        "found": "Nobody had asked the child.",
        **fields,
    }
    return CaseScenario.objects.create(review=review, **told)


def make_action(review: CaseReview, **fields: Any) -> Action:
    """Not started and due in a month, unless told otherwise."""
    fields.setdefault("agency", make_agency("Sample Health Trust"))
    fields.setdefault("due", timezone.localdate() + timedelta(days=30))
    told = {"text": "Write one plan", "owner_role": "Head of service", **fields}
    return Action.objects.create(review=review, **told)


def make_harm(name: str) -> Harm:
    return Harm.objects.get_or_create(name=name, slug=slugify(name))[0]


def make_agency(name: str) -> Agency:
    return Agency.objects.get_or_create(name=name, slug=slugify(name))[0]
