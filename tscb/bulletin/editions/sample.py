"""Fictional editions for a site on one's own computer: two that are out, and a draft. Nobody is
written to.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pgtrigger
from django.db import transaction
from django.utils import timezone

from briefings.models import Briefing
from reviews.models import CaseReview, ResearchMessage
from tscb.bulletin.editions.composing import STEP, next_number
from tscb.bulletin.editions.news import News, shortened
from tscb.bulletin.models import About, Edition, EditionItem, EditionState
from tscb.common.publishing import history
from tscb.common.publishing.content import snapshot
from tscb.events.models import LearningEvent


@dataclass(frozen=True)
class Sample:
    """An edition of so many days ago; none yet is a draft. `place` among the newest of each."""

    title: str
    introduction: str
    days: int | None
    place: int
    heading: str
    text: str
    link: str = ""


SAMPLES = (
    Sample(
        "Small signs, and who puts them together",
        "What reviews have taught us this spring, in **five minutes**, for you and your team.",
        160,
        2,
        "Procedures: three chapters are new",
        "The chapters on these have been written anew:\n\n- children who move between areas\n"
        "- recording what a child says\n- disagreeing well, and whom to ask when you do",
        "https://example.org/procedures",
    ),
    Sample(
        "Seeing the baby, and asking the next question",
        "A new case review, briefings for your next team meeting, and places on learning events.",
        45,
        1,
        "What do you need from training? Five questions",
        "Tell the training pool by the end of the month what would help you most. It takes three "
        "minutes, and your name is not asked.",
        "https://example.org/survey",
    ),
    Sample(
        "Learning to take to your team",
        "New since the last edition. Please pass it on to colleagues who do not get it yet.",
        None,
        0,
        "Join the training pool",
        "Practitioners train practitioners, two days a year. Ask your manager, then write to us.",
    ),
)


@transaction.atomic
def load() -> None:
    """What is there is made anew."""
    remove()
    for sample in SAMPLES:
        _make(sample)


@transaction.atomic
def remove() -> None:
    """With their history: what was never true leaves no trace."""
    for edition in Edition.objects.filter(is_sample=True):
        entries = history.HistoryEntry.objects.of(edition)
        edition.deliveries.all().delete()
        edition.delete()
        with pgtrigger.ignore("common.HistoryEntry:append_only"):
            entries.delete()


def _make(sample: Sample) -> None:
    then = timezone.now() - timedelta(days=sample.days or 0)
    out = {"state": EditionState.PUBLISHED, "published_at": then, "news_until": then}
    edition = Edition.objects.create(
        number=next_number(),
        month=timezone.localdate(then).replace(day=1),
        title=sample.title,
        introduction=sample.introduction,
        is_sample=True,
        **(out if sample.days else {}),
    )
    own = EditionItem(heading=sample.heading, text=sample.text, link=sample.link)
    sections = [*(one.section() for one in _things(sample)), own]
    for number, section in enumerate(sections, 1):
        section.edition, section.order = edition, number * STEP
    EditionItem.objects.bulk_create(sections)
    history.record(edition, "Written", by=None, content=snapshot(edition))


def _things(sample: Sample) -> list[News]:
    """One of each kind, as far as the sample has that many."""
    found: list[tuple[About, Any]] = [
        (About.REVIEW, CaseReview.objects.published().newest_first()),
        (About.BRIEFING, Briefing.objects.published().newest_first()),
        (About.EVENT, LearningEvent.objects.published().newest_first()),
        (About.RESEARCH, ResearchMessage.objects.order_by("pk")),
    ]
    return [
        News(about, thing, shortened(getattr(thing, "in_brief", "") or thing.summary))
        for about, rows in found
        for thing in rows.filter(is_sample=True)[sample.place : sample.place + 1]
    ]
