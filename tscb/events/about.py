"""Events to come about a theme, a review or a briefing, for the page of that: one question."""

from functools import partial
from typing import Any

from django.db.models import Model
from django.utils import timezone

from tscb.common.written_once import WrittenOnce, given
from tscb.events.models import LearningEvent

MOST = 5
LINKS = {"theme": "themes", "casereview": "reviews", "briefing": "briefings"}


def _to_come(link: str) -> Any:
    events = LearningEvent.objects.published().filter(
        **{link: given("item"), "ends_at__gt": given("now")}
    )
    return events.soonest_first().for_lists()[:MOST]


_questions = {name: WrittenOnce(partial(_to_come, link)) for name, link in LINKS.items()}


def events_about(item: Model) -> list[LearningEvent]:
    """The next ones first."""
    question = _questions[str(item._meta.model_name)]
    return question.ask(item=item.pk, now=timezone.now())
