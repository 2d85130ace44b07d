"""Sample reviews in every state on the way to the public and back, brought there by the sample
people through the same actions as any review. Without sample people nothing is done.
"""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.models import CaseReview, LearningPoint, ReviewType, Theme
from reviews.sample_removal import delete_sample
from reviews.terms import find_or_make
from tscb.board.models import Agency, BoardSettings, User
from tscb.board.sample import editors
from tscb.common.publishing import actions, content, proposals

CONTENT = Path(__file__).parent / "sample_content" / "states.json"
A_FORTNIGHT = timedelta(days=14)
A_MONTH = timedelta(days=31)
TEXTS = ("title", "slug", "summary", "what_happened", "age_band")


@transaction.atomic
def load() -> None:
    """What is there is made anew."""
    people = editors()
    if len(people) < 2:
        return
    states = json.loads(CONTENT.read_text(encoding="utf-8"))
    for record in states["written"]:
        _make_anew(record, *people[:2])
    _put_on_request(states["on_request"], people[0])
    _propose(states["proposed"], people[0])


def _make_anew(record: dict[str, Any], writer: User, second: User) -> None:
    for earlier in CaseReview.objects.filter(slug=record["slug"], is_sample=True):
        delete_sample(earlier)
    review = _written(record, writer)
    for step in WAYS[record["state"]]:
        step(review, writer, second)


def _written(record: dict[str, Any], by: User) -> CaseReview:
    """A draft, with the version that the form would keep of it."""
    review = CaseReview.objects.create(
        review_type=find_or_make(ReviewType, record["type"]),
        is_sample=True,
        **{name: record[name] for name in TEXTS},
    )
    for theme in record["themes"]:
        review.themes.add(find_or_make(Theme, theme, is_sample=True))
    for agency in record["agencies"]:
        review.agencies.add(find_or_make(Agency, agency))
    for order, text in enumerate(record["learning"], 1):
        LearningPoint.objects.create(review=review, order=order, text=text)
    after = content.snapshot(review)
    proposals.save_draft(item=review, before=None, after=after, by=by, event="Written")
    return review


def _check(review: CaseReview, writer: User, second: User) -> None:
    actions.check(item=review, by=second)


def _publish(review: CaseReview, writer: User, second: User) -> None:
    actions.publish(item=review, by=writer)


def _schedule(review: CaseReview, writer: User, second: User) -> None:
    actions.publish(item=review, by=writer, at=timezone.now() + A_FORTNIGHT)


def _publish_long_ago(review: CaseReview, writer: User, second: User) -> None:
    """So that its publication period ended a month ago."""
    months = BoardSettings.current().publication_months + 1
    actions.publish(item=review, by=writer, at=timezone.now() - months * A_MONTH)


def _withdraw(review: CaseReview, writer: User, second: User) -> None:
    actions.withdraw(item=review, by=second)


WAYS: dict[str, list[Callable[[CaseReview, User, User], None]]] = {
    "draft": [],
    "checked": [_check],
    "scheduled": [_check, _schedule],
    "due": [_check, _publish_long_ago],
    "withdrawn": [_check, _publish, _withdraw],
}


def _put_on_request(slug: str, by: User) -> None:
    for review in CaseReview.objects.filter(slug=slug, is_sample=True):
        actions.archive(item=review, by=by)


def _propose(change: dict[str, Any], by: User) -> None:
    """A recommendation of a public review is done; the second person has not looked at it yet."""
    for review in CaseReview.objects.filter(slug=change["slug"], is_sample=True):
        before = content.snapshot(review)
        with content.undone():
            review.recommendations.filter(owner=change["owner"]).update(**change["becomes"])
            after = content.snapshot(review)
        proposals.propose(item=review, before=before, after=after, by=by, event="Changed")
