"""What the page of an event shows beside its own row, in few questions."""

from typing import Any

from django.db.models.functions import JSONObject

from reviews.models import Theme
from reviews.models.case_review import named
from tscb.board.models import Agency
from tscb.events.models import LearningEvent


def _words() -> JSONObject:
    return JSONObject(
        themes=named(Theme, "learning_events"), agencies=named(Agency, "learning_events")
    )


def for_reading(events: Any) -> Any:
    return events.select_related("kind").annotate(words_read=_words())


def words_of(event: LearningEvent) -> dict[str, Any]:
    """Of a row that was not read by `for_reading`, such as an editor's preview, too."""
    if hasattr(event, "words_read"):
        return event.words_read
    return LearningEvent.objects.values_list(_words(), flat=True).get(pk=event.pk)


def public_parts(event: LearningEvent) -> dict[str, Any]:
    """Times, themes and agencies, and what it is about as far as that is public."""
    return {
        **words_of(event),
        "sessions": event.sessions.all(),
        "reviews": event.reviews.published().newest_first().for_lists(),
        "briefings": event.briefings.published().newest_first().for_lists(),
    }
