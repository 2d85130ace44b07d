"""Names of the linked referral in a page's own words, and reasons why a likely word may stay.

An exact name stops publishing. A near spelling, or a name that is an ordinary word too, needs a
written reason: nobody but a person knows whether Grace is meant.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from reviews.models import NameReason
from reviews.name_check import check_reason, known_of, said_of
from reviews.safety.findings import Finding, Kind, Severity
from reviews.safety.names import Hit, hits
from tscb.board.models import User
from tscb.common.publishing import content, history


def problems(item: Any) -> list[str]:
    """Sentences about the page's own words."""
    found = list(_own_hits(item))
    said = (
        f"“{label}” holds {hit.what} from the referral (line {hit.line}): take it out."
        for label, _, hit in found
        if hit.sure
    )
    kept = reasons_for(item)
    open_doubts = (one for one in _doubts(found) if one.key not in kept)
    asked = (
        f"{one.message} Change it, or say under “Names in the text” why it may stay."
        for one in open_doubts
    )
    return list(dict.fromkeys([*said, *asked]))


def doubts(item: Any) -> list[Finding]:
    """Words of the page itself that may name somebody from the referral: a person decides."""
    return _doubts(_own_hits(item))


def reasons_for(item: Any) -> dict[str, NameReason]:
    """Why such a word may stay, by the finding's key."""
    return {one.key: one for one in NameReason.objects.of(item).select_related("by")}


@transaction.atomic
def give_reason(*, item: Any, finding: Finding, reason: str, by: User) -> None:
    """Why a word of the page may stay. Raises ValidationError with a sentence."""
    reason = " ".join(reason.split())
    check_reason(item, reason)
    told = {"reason": reason, "by": by, "at": timezone.now()}
    NameReason.objects.update_or_create(
        kind=item._meta.label_lower, object_id=item.pk, key=finding.key, defaults=told
    )
    history.record(item, f"{finding.message} It may stay, because {reason}", by=by)


def _doubts(found: Iterable[tuple[str, str, Hit]]) -> list[Finding]:
    said = (
        Finding(Kind.LINKED_NAME, Severity.WARNING, None, f"“{label}” holds {said_of(hit)}", word)
        for label, word, hit in found
        if not hit.sure
    )
    return list(dict.fromkeys(said))


def _own_hits(item: Any) -> Iterator[tuple[str, str, Hit]]:
    """With the field, and the word as it stands there."""
    known = known_of(item)
    for label, text in _own_words(item) if known else ():
        yield from ((label, text[hit.start : hit.end], hit) for hit in hits(text, known))


def _own_words(item: Any) -> Iterator[tuple[str, str]]:
    """Each text that staff wrote, with the name of its field."""
    written = content.snapshot(item)
    yield from _texts(content.fields_of(type(item)), written["fields"], "")
    for name, rows in written["parts"].items():
        fields = content.part_fields(item, name)
        part = str(item._meta.get_field(name).related_model._meta.verbose_name).capitalize()
        for number, row in enumerate(rows, 1):
            yield from _texts(fields, row, f"{part} {number}: ")
    for document in item.documents.filter(taken_off=False):
        yield "Title of a document", document.title
    for action in item.actions.all() if hasattr(item, "actions") else ():
        yield "What the public may read of an action", action.shown_evidence


def _texts(fields: Iterable[Any], values: dict[str, Any], before: str) -> Iterator[tuple[str, str]]:
    for field in fields:
        value = values.get(field.name)
        if isinstance(value, str) and not field.choices:
            yield f"{before}{field.verbose_name}".capitalize(), value
