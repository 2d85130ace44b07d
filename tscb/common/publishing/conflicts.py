"""Two editors on one record: what the second is told when the first has saved in between.

A form carries the fingerprint of what it was opened on. Where that is no longer what stands there,
saving is refused until the editor has seen the differences and says “save mine anyway”.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone

from tscb.common.publishing import proposals
from tscb.common.publishing.content import Content, snapshot_apart
from tscb.common.publishing.differences import Difference, differences
from tscb.common.publishing.history import HistoryEntry, digest_of


@dataclass(frozen=True)
class Conflict:
    """`base` is what the editor opened, `now` what they would write over."""

    now: str
    sentence: str
    base: Content | None
    differences: list[Difference]


def token(item: Model) -> str:
    """The fingerprint of what an editor sees who opens the form now."""
    apart = digest_of(snapshot_apart(item))
    return f"{digest_of(proposals.working_content(item))}.{apart}"


def find(item: Model, opened: str) -> Conflict | None:
    """What came in between, or None where nothing did."""
    now = token(item)
    if not opened or opened == now:
        return None
    base = _opened_version(item, opened)
    current = proposals.working_content(item)
    changed = differences(item, base.content, current) if base else []
    found = base.content if base else None
    return Conflict(now, _sentence(item, base), found, changed)


def check_read(item: Model, opened: str) -> None:
    """For who says “I have read it”. Raises ValidationError where another text stands there by now
    than the one that they had before them."""
    if opened and opened != token(item):
        raise ValidationError(
            "Somebody changed it after you opened this page: read it as it stands now."
        )


def _opened_version(item: Model, opened: str) -> HistoryEntry | None:
    digest = opened.partition(".")[0]
    return HistoryEntry.objects.of(item).filter(digest=digest).first()


def _sentence(item: Model, base: HistoryEntry | None) -> str:
    since = HistoryEntry.objects.of(item).filter(by__isnull=False).select_related("by")
    last = since.filter(pk__gt=base.pk).first() if base else since.first()
    who = str(last.by) if last else "Somebody"
    at = f" at {timezone.localtime(last.at):%H:%M}" if last else ""
    return (
        f"{who} saved this page{at}, while you were writing. Nothing that you typed is lost: it "
        "stands below, and nothing of it is saved yet."
    )
