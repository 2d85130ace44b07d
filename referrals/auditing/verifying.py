"""Whether the audit is what was recorded: every row against the chain, the chain against itself
and against the heads that are kept elsewhere.

Rows are read one after another; nothing is held but the heads.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.db import transaction

from referrals.auditing.heads import Head
from referrals.models import AuditEvent, AuditLink
from referrals.models.audit_chain import START, digest_of

AT_ONCE = 2000
SAY_EVERY = 10_000
Progress = Callable[[int], None]


@dataclass
class Walk:
    """Goes along the chain. `place` and `digest` are those of the link that was looked at last."""

    heads: list[Head]
    place: int = 0
    digest: str = START
    met: set[Head] = field(default_factory=set)

    def faults(self, link: AuditLink) -> Iterator[str]:
        """What is wrong at this link, in sentences."""
        yield from self._order(link)
        yield from self._row(link)
        self.place, self.digest = link.place, link.digest
        yield from self._heads(link)

    def _order(self, link: AuditLink) -> Iterator[str]:
        if link.place != self.place + 1:
            yield f"Links {self.place + 1} to {link.place - 1} of the chain were removed."
        elif link.previous != self.digest:
            yield f"Link {link.place} does not follow the one before it: one of them was changed."

    def _row(self, link: AuditLink) -> Iterator[str]:
        if link.event is None:
            yield f"Row {link.event_id}, at place {link.place}, was removed."
        elif digest_of(link.event, link.previous) != link.digest:
            yield f"Row {link.event_id}, at place {link.place}, or its link was changed."

    def _heads(self, link: AuditLink) -> Iterator[str]:
        for head in self.heads:
            if head.digest == link.digest:
                self.met.add(head)
            elif head.place == link.place:
                self.met.add(head)
                yield f"Place {link.place} is not {head}: the chain up to there was written anew."

    def ending(self) -> Iterator[str]:
        """What can be said only once the chain has ended."""
        for head in self.heads:
            if head not in self.met:
                yield f"The chain ends at place {self.place} and does not hold {head}: rows " + (
                    f"up to place {head.place} were removed." if head.place else "were removed."
                )


@transaction.atomic
def faults(heads: Iterable[Head], progress: Progress = lambda done: None) -> Iterator[str]:
    """One sentence for each fault, with the number of the row; none if all is well."""
    walk = Walk(list(heads))
    links = AuditLink.objects.select_related("event").order_by("place")
    for done, link in enumerate(links.iterator(chunk_size=AT_ONCE), 1):
        yield from walk.faults(link)
        if done % SAY_EVERY == 0:
            progress(done)
    yield from walk.ending()
    for event in AuditEvent.objects.filter(link=None).order_by("pk").iterator(AT_ONCE):
        yield f"Row {event.pk} was put in past the chain."
