"""The page of a document's safety check: what it shows, and what its buttons do."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from reviews import documents, name_check, publishing_checks
from reviews.models import Document
from reviews.safety import Finding
from tscb.board.models import User

# What goes into the history where the action has not written it, and what the person reads.
Told = tuple[str, str]


def shown(item: Any, document: Document) -> dict[str, Any]:
    findings = [Finding.from_json(found) for found in document.findings]
    return {
        "groups": _by_page(document, [one for one in findings if not one.cleaned]),
        "removed": [one for one in findings if one.cleaned],
        # What is not signed off may have got another title since.
        "may_check_again": not document.released_at
        or publishing_checks.is_stale(document, name_check.standing_of(item)),
    }


def _by_page(document: Document, findings: list[Finding]) -> list[dict[str, Any]]:
    """The document as a whole first, then its pages, each with its findings and their reasons."""
    in_order = sorted(findings, key=lambda one: one.page or 0)
    return [
        {"page": page, "findings": [(one, document.reasons.get(one.key)) for one in group]}
        for page, group in groupby(in_order, key=lambda one: one.page)
    ]


def give_reason(item: Any, document: Document, by: User, sent: Mapping[str, str]) -> Told:
    key, reason = sent.get("finding", ""), sent.get("reason", "")
    documents.give_reason(item=item, document=document, key=key, reason=reason, by=by)
    return "", "Your reason is kept with the warning."


def check_again(item: Any, document: Document, by: User, sent: Mapping[str, str]) -> Told:
    documents.check_again(item=item, document=document, by=by)
    return "", f"“{document}”: {document.stage_in_words}."


def make_image_only(item: Any, document: Document, by: User, sent: Mapping[str, str]) -> Told:
    documents.make_image_only(item=item, document=document, by=by)
    return "", "The copy is made of pictures alone. It is less accessible: see below."


def destroy(item: Any, document: Document, by: User, sent: Mapping[str, str]) -> Told:
    documents.destroy(item=item, document=document, by=by)
    return "", f"“{document}” is destroyed with its files."


def release(item: Any, document: Document, by: User, sent: Mapping[str, str]) -> Told:
    documents.release(document=document, by=by)
    return f"Signed off document “{document}”", f"“{document}” is signed off."
