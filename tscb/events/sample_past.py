"""Fictional events of the last two years, of which only numbers are left, so that the board's page
of reach has something to tell.
"""

from datetime import datetime, time, timedelta

from django.utils import timezone

from tscb.board.models import Agency
from tscb.common.publishing import history
from tscb.common.publishing.content import snapshot
from tscb.events.models import (
    AgencyCount,
    EventKind,
    EventSession,
    EventState,
    Feedback,
    LearningEvent,
    Used,
)

TITLES = (
    ("training", "Asking about men in the family"),
    ("practice-update", "Safer sleep on nights that do not go to plan"),
    ("learning-review", "What went well when everybody was worried"),
    ("training", "Writing down what a child says"),
    ("practice-update", "Neglect: seeing the pattern"),
    ("learning-review", "One family, four front doors"),
)
LENGTH = timedelta(hours=3)
EVENTS, DAYS_BETWEEN, DAYS_SINCE = 16, 44, 60
AGENCIES_EACH, WEEKS_UNTIL_ASKED = 7, 6
CHANGED = (
    "We ask in supervision what the child’s day was like.",
    "",
    "Our referral form has a line for who else lives in the home.",
    "I telephone the school before the visit now.",
)
ANSWERS = (Used.OFTEN, Used.SOMETIMES, Used.OFTEN, Used.NOT_YET, Used.SOMETIMES, Used.NO)


def load() -> None:
    """Every sixth is by invitation. An address that is taken stays its owner's."""
    agencies = list(Agency.objects.filter(active=True).values_list("name", flat=True))
    for number in range(EVENTS):
        if not LearningEvent.objects.filter(slug=_slug(number)).exists():
            event = _make(number)
            came = sum(_count(event, number, place, agencies) for place in range(AGENCIES_EACH))
            _answer(event, number, came)


def _slug(number: int) -> str:
    return f"sample-of-earlier-{number + 1}"


def _make(number: int) -> LearningEvent:
    kind, title = TITLES[number % len(TITLES)]
    day = timezone.localdate() - timedelta(days=DAYS_SINCE + DAYS_BETWEEN * number)
    start = timezone.make_aware(datetime.combine(day, time(13, 30)))
    event = LearningEvent.objects.create(
        kind=EventKind.objects.get(slug=kind),
        title=title,
        slug=_slug(number),
        summary="A fictional event that is over. Of those who came, numbers alone are kept.",
        place="Sampletown Library, Example Street",
        is_restricted=number % len(TITLES) == len(TITLES) - 1,
        is_sample=True,
        state=EventState.PUBLISHED,
        published_at=start - timedelta(days=70),
        starts_at=start,
        ends_at=start + LENGTH,
        bookings_deleted_at=timezone.now(),
    )
    EventSession.objects.create(event=event, starts_at=start, ends_at=start + LENGTH)
    history.record(event, "Written", by=None, content=snapshot(event))
    return event


def _count(event: LearningEvent, number: int, place: int, agencies: list[str]) -> int:
    """How many came of one agency."""
    if not agencies:
        return 0
    booked = 2 + (number * 5 + place * 3) % 6
    came = booked - (number + place) % 3
    agency = agencies[(number * 3 + place * 2) % len(agencies)]
    AgencyCount.objects.update_or_create(
        event=event, agency=agency, defaults={"booked": booked, "came": came}
    )
    return came


def _answer(event: LearningEvent, number: int, came: int) -> None:
    """Of those who came, one in four."""
    given_on = timezone.localdate(event.starts_at) + timedelta(weeks=WEEKS_UNTIL_ASKED)
    Feedback.objects.bulk_create(
        Feedback(
            event=event,
            used=ANSWERS[(number + nth) % len(ANSWERS)],
            changed=CHANGED[(number + nth) % len(CHANGED)],
            given_on=given_on,
        )
        for nth in range(came // 4)
    )
