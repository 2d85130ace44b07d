"""Compares what is to be published with the referrals behind it.

The referrals app answers through `discover("review_names")`: its answers are held for one
comparison and end here. Findings and sentences never repeat them.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError

from reviews.models import CaseReview
from reviews.safety.findings import Finding, Kind, Report, Severity
from reviews.safety.names import Hit, Known, hits, without
from tscb.common.discovery import discover

SPELT_ALIKE = " It is spelt a little differently: see whether the same person is meant."
ORDINARY = " It is an ordinary word too: see whether the person is meant."
MOST_IN_ONE_PLACE = 20
SHORTEST_REASON, LONGEST_REASON = 10, 300


def reviews_behind(item: Any) -> list[CaseReview]:
    """A review itself; of a briefing, the reviews that it belongs to."""
    return [item] if isinstance(item, CaseReview) else list(item.reviews.all())


def known_of(item: Any) -> list[Known]:
    reviews = reviews_behind(item)
    return [one for module in discover("review_names") for one in module.known(reviews)]


def standing_of(item: Any) -> str:
    """Changes whenever `known_of` may; nothing is decrypted for it."""
    reviews = reviews_behind(item)
    return "".join(module.standing(reviews) for module in discover("review_names"))


def compared(report: Report, known: list[Known], **elsewhere: str) -> list[Finding]:
    """The report's findings without what is known, and a finding for each place that holds it.

    `elsewhere` names other texts that go with the document, such as its title.
    """
    found = _findings(_hits(report, known, elsewhere))
    kept = [_blind(finding, known) for finding in report.findings]
    return sorted([*found, *kept], key=lambda one: list(Severity).index(one.severity))


def _hits(
    report: Report, known: list[Known], elsewhere: dict[str, str]
) -> Iterator[tuple[int | None, str, Hit]]:
    for number, text in enumerate(report.text_by_page, 1):
        for hit in hits(text, known)[:MOST_IN_ONE_PLACE]:
            yield number, f"Line {hit.line} of the page’s text", hit
    others = "\n".join(report.other_text)
    told = {"A bookmark, title, alternative text or answer in a form": others, **elsewhere}
    for finding in report.findings:
        told[f"What was found as “{finding.kind}”"] = finding.excerpt
    for where, text in told.items():
        for hit in hits(text, known)[:MOST_IN_ONE_PLACE]:
            yield None, where, hit


def _findings(found: Iterator[tuple[int | None, str, Hit]]) -> Iterator[Finding]:
    """One for each line and kind of answer, with all the places where it stands."""
    told: dict[Finding, list[tuple[int, int]]] = {}
    for page, where, hit in found:
        severity = Severity.CRITICAL if hit.sure else Severity.WARNING
        one = Finding(Kind.LINKED_NAME, severity, page, f"{where} holds {said_of(hit)}")
        told.setdefault(one, []).extend([(hit.start, hit.end)] if page else [])
    return (replace(one, places=tuple(places)) for one, places in told.items())


def said_of(hit: Hit) -> str:
    doubt = "" if hit.sure else SPELT_ALIKE if hit.near else ORDINARY
    return f"{hit.what} from the referral.{doubt}"


def _blind(finding: Finding, known: list[Known]) -> Finding:
    return replace(
        finding,
        excerpt=without(finding.excerpt, known),
        message=without(finding.message, known),
    )


def check_reason(item: Any, reason: str) -> None:
    """Raises ValidationError with a sentence; for warnings in documents and in the page alike."""
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise ValidationError(
            f"Write in {SHORTEST_REASON} to {LONGEST_REASON} letters why the warning may stay."
        )
    if any(hit.sure or hit.near for hit in hits(reason, known_of(item))):
        raise ValidationError("Do not repeat in the reason what the warning is about.")
