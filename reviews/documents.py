"""Taking a document in through the safety gate, and signing it off for the public.

Nothing else sets what was found in a document, its cleaned copy, or its sign-off.
"""

import hashlib
import tempfile
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.utils import timezone

from reviews import safety
from reviews.models import Document
from reviews.search.report_text import keep_text
from tscb.board.models import User
from tscb.common.publishing.covers import drop_cover
from tscb.common.uploads.storage import delete_on_commit


def take_in(*, document: Document, by: User | None) -> Document:
    """Inspects an unsaved document's file, writes its cleaned copy and saves both.

    A sign-off of an earlier file is gone with it. `by` is None for an import.
    """
    delete_on_commit(_earlier_files(document))
    document.uploaded_by, document.uploaded_at = by, timezone.now()
    document.released_by = document.released_at = None
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "original.pdf"), Path(folder, "cleaned.pdf")
        source.write_bytes(_content(document))
        report = safety.inspect(source)
        document.findings = [asdict(finding) for finding in report.findings]
        document.pages = report.pages
        document.checksum = hashlib.sha256(source.read_bytes()).hexdigest()
        _keep_cleaned(document, source, target)
        document.save()
    return document


def reword(*, document: Document, changed: list[str], by: User) -> None:
    """Saves changed fields. The title is read by the public: a new one needs a new sign-off, by
    somebody other than who wrote it."""
    fields = list(changed)
    if "title" in changed:
        document.uploaded_by, document.released_by, document.released_at = by, None, None
        fields += ["uploaded_by", "released_by", "released_at"]
    document.save(update_fields=fields)


def _earlier_files(document: Document) -> list[str]:
    kept = type(document).objects.filter(pk=document.pk).first()
    return kept.kept_files if kept else []


@transaction.atomic
def delete_whole(item: Any) -> None:
    """A review or a briefing with its documents, its cover and all their files."""
    for document in item.documents.all():
        document.delete()
    drop_cover(item)
    item.delete()


def _content(document: Document) -> bytes:
    """Reading to the end closes an upload, so it is put in the store before."""
    original = document._meta.get_field("original").pre_save(document, add=False)
    with original.open("rb") as file:
        return file.read()


def _keep_cleaned(document: Document, source: Path, target: Path) -> None:
    """A file that cannot be opened has findings, but no copy that anybody could publish."""
    try:
        safety.clean(source, target, title=document.title)
    except safety.CleaningError:
        document.cleaned, document.size = "", 0
        return
    document.size = target.stat().st_size
    with target.open("rb") as file:
        document.cleaned.save("cleaned.pdf", File(file), save=False)


def check_releasable(document: Document, by: User) -> None:
    """Raises ValidationError with a sentence that says why this person may not sign it off."""
    if document.released_at:
        raise ValidationError(f"“{document}” is signed off already.")
    if document.critical_findings or not document.cleaned:
        raise ValidationError(
            f"“{document}” has critical findings: mend the file and upload it again."
        )
    if document.uploaded_by_id == by.pk:
        raise ValidationError(
            f"“{document}” was uploaded by you: a second person has to sign it off."
        )


def refusal(document: Document, by: User) -> str:
    """Why this person may not sign the document off; empty when they may."""
    try:
        check_releasable(document, by)
    except ValidationError as refused:
        return refused.messages[0]
    return ""


def can_release(document: Document, by: User) -> bool:
    return not refusal(document, by)


@transaction.atomic
def release(*, document: Document, by: User) -> Document:
    """A second person has seen the findings: the cleaned copy may go out with its page."""
    document = type(document).objects.select_for_update().get(pk=document.pk)
    check_releasable(document, by)
    document.released_by, document.released_at = by, timezone.now()
    document.save(update_fields=["released_by", "released_at"])
    keep_text(document)
    return document


def release_imported(document: Document, at: datetime) -> None:
    """What an import brings was public before; nobody of this site signed it off."""
    document.released_at = at
    document.save(update_fields=["released_at"])
    keep_text(document)
