"""Events to come, of all or about one theme, review or briefing: one question each."""

from functools import partial
from typing import Any

from django.db.models import Model
from django.utils import timezone

from tscb.common.written_once import WrittenOnce, given
from tscb.events.models import LearningEvent

MOST = 5
LINKS = {"theme": "themes", "casereview": "reviews", "briefing": "briefings"}


def _to_come() -> Any:
    events = LearningEvent.objects.published().filter(ends_at__gt=given("now"))
    return events.soonest_first().for_lists()


def _about(link: str) -> Any:
    return _to_come().filter(**{link: given("item")})[:MOST]


_all = WrittenOnce(_to_come)
_questions = {name: WrittenOnce(partial(_about, link)) for name, link in LINKS.items()}


def events_to_come(number: int) -> list[LearningEvent]:
    """As many as that, the next ones first."""
    return _all.ask(cut=(0, number), now=timezone.now())


def events_about(item: Model) -> list[LearningEvent]:
    """The next ones first."""
    question = _questions[str(item._meta.model_name)]
    return question.ask(item=item.pk, now=timezone.now())
