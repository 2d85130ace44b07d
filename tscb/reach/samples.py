"""Whether fictional content is among what is counted: then page and report say so."""

from typing import Any

from django.db.models import QuerySet

from briefings.models import Briefing
from reviews.models import CaseReview
from tscb.bulletin.models import SubscriberMonth
from tscb.events.models import LearningEvent

COUNTED: tuple[Any, ...] = (LearningEvent, Briefing, CaseReview, SubscriberMonth)


def are_counted() -> bool:
    """One question, whatever there is."""
    first, *others = (_samples_of(model) for model in COUNTED)
    return first.union(*others, all=True).exists()


def _samples_of(model: Any) -> QuerySet[Any]:
    return model.objects.filter(is_sample=True).order_by().values("is_sample")
