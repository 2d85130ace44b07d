"""Fictional case reviews for a site on one's own computer: made, imported, and taken away again.

The records are in `sample_content/reviews.jsonl`, their PDFs are typeset when they are needed.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import models, transaction

from reviews import sample_closings, sample_material, sample_states
from reviews.models import CaseReview, Harm, Theme
from reviews.sample_covers import give_cover
from reviews.sample_removal import delete_sample
from reviews.sample_reports import report
from tscb.board.defaults import AGENCIES
from tscb.board.models import Agency
from tscb.board.site import current
from tscb.common.importing import Options, Outcome, import_file

RECORDS = Path(__file__).parent / "sample_content" / "reviews.jsonl"
WITH_COVER = "good-practice"


def load(records: Path = RECORDS) -> Outcome:
    """Imports the sample through the same door as any content; what is there is renewed."""
    with TemporaryDirectory() as folder:
        path = write_files(Path(folder), records)
        outcome = import_file(path, Options(folder=path.parent, is_sample=True))
    for review in CaseReview.objects.filter(is_sample=True, themes__slug=WITH_COVER):
        give_cover(review)
    sample_closings.give_days()
    sample_material.load()
    sample_states.load()
    return outcome


@transaction.atomic
def remove() -> None:
    """Takes away all sample reviews with their files, and the words that only they used."""
    for review in CaseReview.objects.filter(is_sample=True):
        delete_sample(review)
    sample_material.remove()
    for words in (Theme, Harm):
        unused(words.objects.filter(is_sample=True)).delete()
    unused(Agency.objects.filter(name__in=_agencies_made())).delete()


def write_files(folder: Path, records: Path = RECORDS) -> Path:
    """Writes the PDFs and an import file beside them; gives the import file."""
    for review in reviews(records):
        for document in review["documents"]:
            target = folder / document["file"]
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(report(review, document, board=current().board_name))
    return Path(shutil.copy(records, folder))


def reviews(records: Path = RECORDS) -> Iterator[dict[str, Any]]:
    for line in records.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["kind"] == "review":
            yield record


def unused(words: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Those of the words that nothing refers to, whatever app it belongs to."""
    relations = words.model._meta.related_objects
    return words.filter(**{f"{relation.name}__isnull": True for relation in relations})


def _agencies_made() -> set[str]:
    """The agencies that only the import of the sample can have made."""
    return {name for review in reviews() for name in review["agencies"]} - set(AGENCIES)
