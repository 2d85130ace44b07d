"""Taking a document in through the safety gate, and signing it off for the public.

Nothing else sets who brought a document, its reasons, or its sign-off; what is found in it is set
by inspection.py.
"""

from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from reviews import inspection, long_checks, name_check, publishing_checks
from reviews.models import Document
from reviews.models.document import CheckState
from reviews.safety import CleaningError, Finding
from reviews.search.report_text import keep_text
from tscb.board.models import User
from tscb.common.publishing import history
from tscb.common.publishing.covers import delete_covers
from tscb.common.uploads.storage import delete_on_commit

LONGEST_FILE_NAME = 255


def take_in(*, document: Document, by: User | None) -> Document:
    """Keeps an unsaved document's file and lets the gate look at it: at once, or where the file is
    long and somebody waits, by the worker.

    A sign-off of an earlier file is gone with it, and so are reasons. `by` is None for an import.
    """
    delete_on_commit(_earlier_files(document))
    document.uploaded_by, document.uploaded_at = by, timezone.now()
    document.released_by = document.released_at = None
    document.findings, document.reasons = [], {}
    document.cleaned, document.size, document.image_only = "", 0, False
    document.uploaded_name = PurePath(document.original.name or "").name[:LONGEST_FILE_NAME]
    document._meta.get_field("original").pre_save(document, add=False)
    if by:
        _look_at(document)
    else:
        inspection.inspect_now(document)
    return document


def _look_at(document: Document) -> None:
    """At once; where the file is long or takes long, the worker does it."""
    if inspection.is_long(document) or not inspection.inspect_soon(document):
        long_checks.leave_to_worker(document)


@transaction.atomic
def destroy(*, item: Any, document: Document, by: User) -> None:
    """For good, with its files: of what was taken off the page. Raises ValidationError."""
    if not type(document).objects.filter(pk=document.pk, taken_off=True).exists():
        raise ValidationError(f"“{document}” has to be taken off the page before it is destroyed.")
    document.delete()
    history.record(item, f"Document “{document}” destroyed with its files", by=by)


def check_again(*, item: Any, document: Document, by: User) -> None:
    """The same file by today's gate and against today's referrals."""
    history.record(item, f"Document “{document}” is checked again", by=by)
    _look_at(document)


@transaction.atomic
def make_image_only(*, item: Any, document: Document, by: User) -> None:
    """Where hidden words cannot be taken out at the source. Raises ValidationError."""
    document = type(document).objects.select_for_update(of=("self",)).get(pk=document.pk)
    if document.released_at or not document.is_checked or document.image_only:
        raise ValidationError("Only a checked document that is not signed off is made of pictures.")
    try:
        inspection.make_image_only(document)
    except CleaningError as failed:
        raise ValidationError(str(failed)) from None
    history.record(item, f"Document “{document}” made of pictures alone", by=by)


def check_stale_again(item: Any, by: User) -> None:
    """Before a page is checked or published; outside its transaction, whose refusal undoes all."""
    for document in publishing_checks.stale(item):
        check_again(item=item, document=document, by=by)


def _earlier_files(document: Document) -> list[str]:
    kept = type(document).objects.filter(pk=document.pk).first()
    return kept.kept_files if kept else []


@transaction.atomic
def delete_whole(item: Any) -> None:
    """A review or a briefing with its documents, its covers and all their files."""
    for document in item.documents.all():
        document.delete()
    delete_covers(item)
    item.delete()


def check_releasable(document: Document, by: User) -> None:
    """Raises ValidationError with a sentence that says why this person may not sign it off."""
    if document.released_at:
        raise ValidationError(f"“{document}” is signed off already.")
    if not document.is_checked:
        raise ValidationError(f"“{document}” is still being checked. Come back in a few minutes.")
    if publishing_checks.is_stale(document, name_check.standing_of(document.item)):
        raise ValidationError(f"“{document}” has to be checked again before it is signed off.")
    if document.critical_findings or not document.cleaned:
        raise ValidationError(
            f"“{document}” has critical findings: mend the file and upload it again."
        )
    if document.uploaded_by_id == by.pk:
        raise ValidationError(
            f"“{document}” was uploaded by you: a second person has to sign it off."
        )
    if open_findings(document):
        raise ValidationError(
            f"“{document}” has warnings without a reason: write for each why it may stay."
        )


def open_findings(document: Document) -> list[Finding]:
    """Warnings that the cleaned copy still has, and nobody has said why."""
    findings = map(Finding.from_json, document.findings)
    return [one for one in findings if one.needs_reason and one.key not in document.reasons]


@transaction.atomic
def give_reason(*, item: Any, document: Document, key: str, reason: str, by: User) -> None:
    """Why a warning may stay. Raises ValidationError with a sentence."""
    document = type(document).objects.select_for_update(of=("self",)).get(pk=document.pk)
    findings = {one.key: one for one in map(Finding.from_json, document.findings)}
    finding, reason = findings.get(key), " ".join(reason.split())
    if finding is None or not finding.needs_reason:
        raise ValidationError("This warning is no longer there: look at the check again.")
    if document.released_at:
        raise ValidationError(f"“{document}” is signed off already: its reasons stay as they are.")
    name_check.check_reason(document.item, reason)
    document.reasons[key] = {"reason": reason, "by": str(by), "at": timezone.now().isoformat()}
    document.save(update_fields=["reasons"])
    page = f", page {finding.page}" if finding.page else ""
    said = f"Document “{document}”, {finding.kind}{page}: may stay, because {reason}"
    history.record(item, said, by=by)


def refusal(document: Document, by: User) -> str:
    """Why this person may not sign the document off; empty when they may."""
    try:
        check_releasable(document, by)
    except ValidationError as refused:
        return refused.messages[0]
    return ""


@transaction.atomic
def release(*, document: Document, by: User, read: str = "") -> Document:
    """A second person has seen the findings: the cleaned copy may go out with its page. `read` is
    the name of the copy that they had before them."""
    document = type(document).objects.select_for_update(of=("self",)).get(pk=document.pk)
    check_releasable(document, by)
    if read and read != document.cleaned.name:
        raise ValidationError(
            f"“{document}” is another copy since you opened its check: read it as it is now."
        )
    _renew_copy(document)
    document.released_by, document.released_at = by, timezone.now()
    document.save(update_fields=["released_by", "released_at"])
    keep_text(document)
    return document


@transaction.atomic
def renew_copies(item: Any) -> None:
    """Once a page's words are checked, its documents' copies get the titles that they have now.
    Raises ValidationError."""
    renamed = item.documents.filter(check_state=CheckState.DONE).exclude(copy_title=F("title"))
    for document in renamed.exclude(cleaned="").select_for_update(of=("self",)):
        _renew_copy(document)
        if document.released_at:
            keep_text(document)  # the database forgets the text with the earlier copy


def _renew_copy(document: Document) -> None:
    if document.copy_title == document.title:
        return
    try:
        inspection.renew_copy(document)
    except CleaningError:
        raise ValidationError(
            f"The copy of “{document}” still carries its earlier title: upload the file again."
        ) from None


def release_imported(document: Document, at: datetime) -> None:
    """What an import brings was public before; nobody of this site signed it off."""
    document.released_at = document.released_at or at
    document.save(update_fields=["released_at"])
    keep_text(document)
