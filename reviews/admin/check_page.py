"""The page of a document's safety check: what it shows, and what its buttons do."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from reviews import documents, long_checks, name_check, publishing_checks
from reviews.models import Document
from reviews.safety import Finding, Kind, Severity
from tscb.board.models import User

# What goes into the history where the action has not written it, and what the person reads.
Told = tuple[str, str]


LOOKS_AGAIN_AFTER = 5  # seconds


def title(document: Document, wrong: Any) -> str:
    """Of the browser's window, which tells how far it is even where another one is in front."""
    if wrong:
        return f"Error: Safety check: {document}"
    if document.is_checked:
        return f"Safety check: {document}"
    part = f"page {document.pages_done} of {document.pages}" if document.pages else "not done yet"
    return f"Safety check, {part}: {document}"


def wrong(sent: Mapping[str, str], message: str) -> dict[str, str]:
    """A reason that was not taken: for which finding, what was typed, what is wrong with it."""
    return {"key": sent.get("finding", ""), "typed": sent.get("reason", ""), "message": message}


def waiting(document: Document) -> dict[str, Any]:
    """How far its check is."""
    return {
        "seconds": LOOKS_AGAIN_AFTER,
        "before": long_checks.waiting_before(document) if document.check_heard_at else 0,
        "overdue": long_checks.is_overdue(document),
        "pages_are_done": 0 < document.pages <= document.pages_done,
    }


def shown(document: Document) -> dict[str, Any]:
    findings = _findings(document)
    return {
        "groups": _by_page(document, [one for one in findings if not one.cleaned]),
        "removed": [one for one in findings if one.cleaned],
        # What is not signed off may have got another title since.
        "may_check_again": not document.released_at
        or publishing_checks.is_stale(document, name_check.standing_of(document.item)),
        "verdict": verdict(document, findings),
    }


def verdict(document: Document, findings: list[Finding]) -> str:
    """What the check came to, in one sentence."""
    left = [one for one in findings if not one.cleaned]
    critical = [one for one in left if one.severity is Severity.CRITICAL]
    open_warnings = len(documents.open_findings(document))
    if any(one.kind is Kind.UNREADABLE for one in critical):
        return "The check failed: it could not look at the whole file. What to do is said below."
    if critical:
        return f"{_counted(len(critical), 'critical finding')}: mend the file and upload it again."
    if open_warnings:
        counted = _counted(open_warnings, "warning")
        return f"{counted} without a reason: look at each, and write why it may stay."
    if document.released_at:
        return "A second person has read it and signed it off."
    if left:
        return "Every warning has its reason. A second person reads the copy and decides."
    return "Nothing was found in what the public would get."


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def places_on(document: Document, page: int) -> list[tuple[int, int]]:
    """Where names from the linked referral stand in the page's text."""
    findings = (one for one in _findings(document) if one.page == page)
    return [place for one in findings for place in one.places]


def _findings(document: Document) -> list[Finding]:
    return [Finding.from_json(found) for found in document.findings]


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
    documents.release(document=document, by=by, read=sent.get("read", ""))
    return f"Signed off document “{document}”", f"“{document}” is signed off."
