"""Events in words: with the name of who acted, which the audit itself does not keep."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from referrals.models import AuditEvent, Verb

COLUMNS = ("When", "Who", "Number", "Role", "What", "Reference", "Which part", "Row")
LABELS: Mapping[str, str] = dict(Verb.choices)


@dataclass(frozen=True)
class Line:
    at: datetime
    name: str
    event: AuditEvent
    what: str

    def cells(self) -> list[str]:
        event = self.event
        when = timezone.localtime(self.at).isoformat(timespec="seconds")
        number = str(event.actor_id or "")
        said = [event.actor_role, self.what, event.reference, event.about, str(event.pk)]
        return [when, self.name, number, *said]


def lines(events: Iterable[AuditEvent], names: Mapping[int, str]) -> Iterator[Line]:
    for event in events:
        name = names.get(event.actor_id, f"Person {event.actor_id}") if event.actor_id else ""
        yield Line(event.at, name, event, LABELS.get(event.verb, event.verb))
