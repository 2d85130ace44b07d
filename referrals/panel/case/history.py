"""What happened to a case, in words: its events in the audit, with the names of the board's people.

The audit itself keeps numbers and roles alone; names stand on this page only.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from referrals.models import AuditEvent, Verb
from tscb.board.models import User

LOOKING = (Verb.READ, Verb.DOWNLOADED, Verb.REFUSED)
PERSON = re.compile(r"person (\d+)")


@dataclass(frozen=True)
class Happening:
    at: datetime
    what: str
    about: str
    who: str
    role: str


def events_of(referral_id: UUID, *, with_readings: bool) -> QuerySet[AuditEvent]:
    """The newest first."""
    events = AuditEvent.objects.filter(referral_id=referral_id).order_by("-at", "-pk")
    return events if with_readings else events.exclude(verb__in=LOOKING)


def in_words(events: Iterable[AuditEvent]) -> list[Happening]:
    """With one query for the names of all of them."""
    listed = list(events)
    named = User.objects.in_bulk({number for event in listed for number in people_in(event)})
    return [_happening(event, {pk: str(user) for pk, user in named.items()}) for event in listed]


def people_in(event: AuditEvent) -> set[int]:
    about = PERSON.fullmatch(event.about)
    numbers = {event.actor_id, int(about[1]) if about else None}
    return {number for number in numbers if number is not None}


def _happening(event: AuditEvent, names: dict[int, str]) -> Happening:
    about = PERSON.fullmatch(event.about)
    told = names.get(int(about[1]), event.about) if about else event.about
    who = names.get(event.actor_id, "Somebody who has left") if event.actor_id else ""
    return Happening(event.at, label_of(event.verb), told, who, event.actor_role)


def label_of(verb: str) -> str:
    return str(Verb(verb).label) if verb in Verb.values else verb
