"""What the safety gate says when a page is checked or published; see tscb.common.publishing."""

from typing import Any

from django.db.models import Q

from reviews import name_check, safety, wording
from reviews.models import Document
from reviews.models.document import CheckState
from reviews.safety.findings import Kind


def problems(item: Any) -> list[str]:
    """Sentences; none for a page that has no documents and no linked referral."""
    if not hasattr(item, "documents"):
        return []
    standing = name_check.standing_of(item)
    own = wording.problems(item) if standing else []
    documents = item.documents.filter(taken_off=False)
    return own + [said for document in documents if (said := _of(document, standing))]


def _of(document: Document, standing: str) -> str:
    if not document.is_checked:
        return f"“{document}” is still being checked. Try again when its check is done."
    if document.released_at and is_stale(document, standing):
        return f"“{document}” has to be checked again: open its safety check."
    if any(found["kind"] == Kind.LINKED_NAME for found in document.critical_findings):
        return f"“{document}” holds a name, address or date from the referral: see its check."
    return ""


def is_stale(document: Document, standing: str) -> bool:
    """Checked by an older gate, or against other referrals than those of today."""
    return (document.gate_version, document.names_standing) != (safety.VERSION, standing)


def stale(item: Any) -> list[Document]:
    """Checked documents whose check no longer holds."""
    old = ~Q(gate_version=safety.VERSION) | ~Q(names_standing=name_check.standing_of(item))
    return list(item.documents.filter(old, check_state=CheckState.DONE))
