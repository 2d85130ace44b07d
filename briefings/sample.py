"""Fictional 7 minute briefings for a site on one's own computer. The reviews' sample comes first.

The records are in `sample_content/briefings.jsonl`, their PDFs are typeset when they are needed.
"""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction

from briefings.models import Briefing
from briefings.sample_belongings import give_belongings
from briefings.sample_uses import give_uses
from briefings.sheet import SheetContent, make
from reviews.models import Theme
from reviews.sample import WITH_COVER, unused
from reviews.sample_covers import give_cover
from reviews.sample_removal import delete_sample
from tscb.board.addresses import full_address
from tscb.common.importing import Options, Outcome, import_file

RECORDS = Path(__file__).parent / "sample_content" / "briefings.jsonl"


def load(records: Path = RECORDS) -> Outcome:
    """Imports the sample through the same door as any content; what is there is renewed."""
    with TemporaryDirectory() as folder:
        path = write_files(Path(folder), records)
        outcome = import_file(path, Options(folder=path.parent, is_sample=True))
    for briefing in Briefing.objects.filter(is_sample=True, themes__slug=WITH_COVER):
        give_cover(briefing)
    give_belongings()
    give_uses(list(Briefing.objects.filter(is_sample=True).order_by("slug")))
    return outcome


@transaction.atomic
def remove() -> None:
    """Takes away all sample briefings with their files, and the themes that only they used."""
    for briefing in Briefing.objects.filter(is_sample=True):
        delete_sample(briefing)
    unused(Theme.objects.filter(is_sample=True)).delete()


def write_files(folder: Path, records: Path = RECORDS) -> Path:
    """Writes the PDFs and an import file beside them; gives the import file."""
    for briefing in briefings(records):
        for document in briefing["documents"]:
            target = folder / document["file"]
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(sheet_of(briefing))
    return Path(shutil.copy(records, folder))


def sheet_of(briefing: dict[str, Any]) -> bytes:
    """The printed page of a record."""
    return make(
        SheetContent(
            title=briefing["title"],
            variant=briefing["variant"],
            address=full_address(f"/briefings/{briefing['slug']}/"),
            published=date.fromisoformat(briefing["published"]),
            overview=briefing["overview"],
            sections=[(section["heading"], section["text"]) for section in briefing["sections"]],
            questions=briefing["questions"],
            is_sample=True,
        )
    )


def briefings(records: Path = RECORDS) -> Iterator[dict[str, Any]]:
    for line in records.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["kind"] == "briefing":
            yield record
