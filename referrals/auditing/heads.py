"""The end of the chain, written down outside the database once a day.

Whoever may do anything to the database can remove the newest events, or write the whole chain
anew. A digest that somebody else holds shows it: these files belong with the backups that are kept
elsewhere, and the data-protection lead can note the digest that their page shows.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.utils import timezone

from referrals.models import AuditLink


@dataclass(frozen=True)
class Head:
    """What the chain ended with. The place of one that a person typed is not known."""

    digest: str
    place: int | None = None
    noted: str = ""

    def __str__(self) -> str:
        return f"the head of {self.noted}" if self.noted else f"the head {self.digest[:12]}…"


def folder() -> Path:
    return Path(settings.DATA_DIR) / "audit-heads"


def now() -> Head | None:
    newest = AuditLink.objects.order_by("-place").first()
    return Head(newest.digest, newest.place) if newest else None


def note_todays() -> None:
    """Writes a file a day; one that is there is left as it is. Whole or not at all: of two workers
    one comes first, and one that ends in the middle leaves no file with half a digest."""
    path = folder() / f"{timezone.localdate():%Y-%m-%d}.txt"
    if path.exists() or (head := now()) is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=path.parent, suffix=".new") as file:
        file.write(f"{head.place} {head.digest}\n")
        file.flush()
        with suppress(FileExistsError):
            path.hardlink_to(file.name)


def noted() -> Iterator[Head]:
    """Every head that was written down on this machine, the oldest first."""
    for path in sorted(folder().glob("*.txt")):
        place, digest = path.read_text().split()
        yield Head(digest, int(place), path.stem)
