"""The gate as the site uses it: `inspect` gives a report of any file within a minute or so.

The document is examined in a child process; if it hangs or breaks the child, that is a finding.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO, Any

from django.conf import settings

from reviews.safety.findings import Finding, Kind, Report, Severity
from tscb.common.uploads.pdf_process import Ended, Said, child, lines

CHILD = "reviews.safety.child"
SECONDS = 60  # of work, for the longest report
SECONDS_FOR_TEXT = 20  # a page takes a few milliseconds
MOST_FINDINGS = 300
ORDER = list(Severity)
ENDINGS = {
    Ended.TOO_LONG: "takes too long to examine",
    Ended.BROKEN_OFF: "breaks the program that examines it",
}


def nobody_waits(done: int, pages: int) -> None:
    """Where nobody watches how far the examination is."""


def inspect(
    path: Path | str,
    heard: Callable[[int, int], None] = nobody_waits,
    seconds: int = SECONDS,
) -> Report:
    """All that the checks find in the file, the most severe first. Raises OSError alone.

    `heard` is called each moment with the pages that are done, and how many there are.
    """
    limits = (str(settings.UPLOAD_MAX_PDF_PAGES), str(settings.UPLOAD_CHILD_STEP_SECONDS))
    with (
        Path(path).open("rb") as file,
        child(CHILD, file, "examine", *limits, seconds=seconds, heard=_counted(heard)) as said,
    ):
        ended, output = said
        return report(lines(output), ended)


def texts_of(file: IO[bytes]) -> list[str]:
    """What each page says, quickly: for a copy that was inspected before. None of a broken file."""
    with child(CHILD, file, "text", seconds=SECONDS_FOR_TEXT) as (_, output):
        return [said["text"] for said in lines(output)]


def _counted(heard: Callable[[int, int], None]) -> Callable[[list[Said]], None]:
    done = pages = 0

    def count(said: list[Said]) -> None:
        nonlocal done, pages
        done += sum("text" in one for one in said)
        pages += sum(one.get("pages", 0) for one in said)
        heard(done, pages)

    return count


def report(said: Iterable[Said], ended: Ended = Ended.WELL) -> Report:
    """What the child said, in order and without repetition."""
    told: dict[str, list[Any]] = {"pages": [], "text": [], "finding": [], "other_text": [[]]}
    done = False
    for one in said:
        done = done or "done" in one
        for key, value in one.items():
            told.setdefault(key, []).append(value)
    findings = [Finding.from_json(found) for found in told["finding"]]
    if not done:
        findings.append(_broken_off(ended, len(told["text"])))
    return Report(
        findings=sorted(_merged(findings), key=_place)[:MOST_FINDINGS],
        pages=sum(told["pages"]),
        text_by_page=told["text"],
        other_text=told["other_text"][-1],
        out_of_time=ended is Ended.TOO_LONG,
    )


def _broken_off(ended: Ended, pages: int) -> Finding:
    how = ENDINGS.get(ended, ENDINGS[Ended.BROKEN_OFF])
    message = f"The file {how}, after {pages} whole pages. Print it to a new PDF and try that."
    return Finding(Kind.UNREADABLE, Severity.CRITICAL, None, message)


def _place(finding: Finding) -> tuple[int, int]:
    return ORDER.index(finding.severity), finding.page or 0


def _merged(findings: list[Finding]) -> Iterator[Finding]:
    """One finding for many pages, where nothing but the page differs."""

    def same(finding: Finding) -> tuple[str, ...]:
        return (finding.kind, finding.severity, finding.message, finding.excerpt)

    for _, group in groupby(sorted(findings, key=same), same):
        first, *rest = sorted(group, key=_place)
        pages = sorted({found.page for found in [first, *rest] if found.page})
        yield first if len(pages) < 2 else _for_pages(first, pages)


def _for_pages(first: Finding, pages: list[int]) -> Finding:
    message = f"{first.message} Pages {spans(pages)}."
    return Finding(
        first.kind, first.severity, first.page, message, first.excerpt, cleaned=first.cleaned
    )


def spans(pages: list[int]) -> str:
    """[1, 2, 3, 7] as “1–3, 7”."""
    parts = []
    for _, run in groupby(enumerate(pages), lambda pair: pair[1] - pair[0]):
        numbers = [page for _, page in run]
        parts.append(str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}")
    return ", ".join(parts)
