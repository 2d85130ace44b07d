"""Compares what is to be published with the referrals behind it.

The referrals app answers through `discover("review_names")`: its answers are held for one
comparison and end here. Findings and sentences never repeat them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from reviews.models import CaseReview
from reviews.safety.findings import Finding, Kind, Report, Severity
from reviews.safety.names import Hit, Known, hits, without
from tscb.common.discovery import discover
from tscb.common.publishing import content

SPELT_ALIKE = " It is spelt a little differently: see whether the same person is meant."
ORDINARY = " It is an ordinary word too: see whether the person is meant."
MOST_IN_ONE_PLACE = 20


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
    told = {"A bookmark, title or alternative text": "\n".join(report.other_text), **elsewhere}
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
        one = Finding(Kind.LINKED_NAME, severity, page, f"{where} holds {_said(hit)}")
        told.setdefault(one, []).extend([(hit.start, hit.end)] if page else [])
    return (replace(one, places=tuple(places)) for one, places in told.items())


def _said(hit: Hit) -> str:
    doubt = "" if hit.sure else SPELT_ALIKE if hit.near else ORDINARY
    return f"{hit.what} from the referral.{doubt}"


def _blind(finding: Finding, known: list[Known]) -> Finding:
    return replace(
        finding,
        excerpt=without(finding.excerpt, known),
        message=without(finding.message, known),
    )


def problems(item: Any) -> list[str]:
    """Sentences about the page's own words. A near spelling counts: words are easily changed."""
    known = known_of(item)
    if not known:
        return []
    said = (
        f"“{label}” holds {hit.what} from the referral (line {hit.line}): take it out."
        for label, text in _own_words(item)
        for hit in hits(text, known)
        if hit.sure or hit.near
    )
    return list(dict.fromkeys(said))


def _own_words(item: Any) -> Iterator[tuple[str, str]]:
    """Each text that staff wrote, with the name of its field."""
    written = content.snapshot(item)
    yield from _texts(content.fields_of(type(item)), written["fields"], "")
    for name, rows in written["parts"].items():
        fields = content.part_fields(item, name)
        part = str(item._meta.get_field(name).related_model._meta.verbose_name).capitalize()
        for number, row in enumerate(rows, 1):
            yield from _texts(fields, row, f"{part} {number}: ")
    for document in item.documents.filter(taken_off=False):
        yield "Title of a document", document.title


def _texts(fields: Iterable[Any], values: dict[str, Any], before: str) -> Iterator[tuple[str, str]]:
    for field in fields:
        value = values.get(field.name)
        if isinstance(value, str) and not field.choices:
            yield f"{before}{field.verbose_name}".capitalize(), value
