"""Runs the safety gate over a stored document and keeps what it says.

Nothing else writes findings and cleaned copies. Long files wait for the worker: long_checks.py.
"""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from django.core.files import File
from django.db import transaction
from django.db.models.fields.files import FieldFile

from reviews import name_check, safety
from reviews.models import Document
from reviews.models.document import CheckState
from reviews.safety import Finding, Kind, Report, Severity
from reviews.safety.gate import nobody_waits
from tscb.common.publishing import history
from tscb.common.uploads import pdf_process
from tscb.common.uploads.storage import delete_on_commit

LONG_FILE = 5_000_000  # bytes
MANY_PAGES = 30
SECONDS_WAITED = 8  # of work; with the browser open nobody waits longer
GONE = Finding(
    Kind.UNREADABLE, Severity.CRITICAL, None, "The file cannot be read here. Upload it again."
)

LESS_ACCESSIBLE = Finding(
    Kind.NO_TEXT,
    Severity.WARNING,
    None,
    "The copy is made of pictures: it is less accessible, nobody can search it or have it read "
    "aloud. Offer the text another way.",
)
HIDDEN = {
    Kind.COVERED_TEXT, Kind.INVISIBLE_TEXT, Kind.OFF_PAGE_TEXT, Kind.TINY_TEXT, Kind.SCAN_TEXT,
    Kind.REPLACEMENT_TEXT, Kind.HIDDEN_LAYER, Kind.NO_TEXT,
}  # fmt: skip


@dataclass(frozen=True)
class Look:
    """What the gate said of a file, and where its cleaned copy lies if one could be made, with the
    title that stands in it."""

    report: Report
    copy: Path | None
    checksum: str
    title: str = ""


def is_long(document: Document) -> bool:
    """Whether nobody should have to wait for its check with the browser open."""
    if document.original.size >= LONG_FILE:
        return True
    with document.original.open("rb") as file:
        return pdf_process.facts(file).pages >= MANY_PAGES


def inspect_now(document: Document) -> None:
    with looked_at(document) as look:
        keep(document, look)


def inspect_soon(document: Document) -> bool:
    """While somebody waits; False for a file that takes longer, of which nothing is kept."""
    with looked_at(document, seconds=SECONDS_WAITED) as look:
        if not look.report.out_of_time:
            keep(document, look)
        return not look.report.out_of_time


def make_image_only(document: Document) -> None:
    """Puts pictures of its pages in the place of the cleaned copy. Raises CleaningError."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "original.pdf"), Path(folder, "pictures.pdf")
        _copied(document.original, source)
        safety.flatten(source, target, title=document.title)
        findings = as_pictures([Finding.from_json(found) for found in document.findings])
        document.findings = [asdict(finding) for finding in findings]
        document.image_only = True
        _put_copy(document, target, document.title)
        document.save()


def renew_copy(document: Document) -> None:
    """The same pages under the title of today: an earlier one may hold what had to go. Raises
    CleaningError."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "before.pdf"), Path(folder, "cleaned.pdf")
        _copied(document.cleaned, source)
        safety.clean(source, target, title=document.title)
        _put_copy(document, target, document.title)
        document.save(update_fields=["cleaned", "size", "copy_title"])


def _put_copy(document: Document, copy: Path, title: str) -> None:
    """In the place of an earlier one, whose file goes."""
    delete_on_commit([document.cleaned.name] if document.cleaned.name else [])
    document.size, document.copy_title = copy.stat().st_size, title
    with copy.open("rb") as file:
        document.cleaned.save("cleaned.pdf", File(file), save=False)


def as_pictures(findings: list[Finding]) -> list[Finding]:
    """What hides beside or under what is seen does not come along; what is seen does."""
    left = [replace(one, cleaned=True) if one.kind in HIDDEN else one for one in findings]
    return [LESS_ACCESSIBLE, *left]


@contextmanager
def looked_at(
    document: Document,
    heard: Callable[[int, int], None] = nobody_waits,
    seconds: int = safety.SECONDS,
) -> Iterator[Look]:
    """`heard` is told each moment how many pages are done, and how many there are."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "original.pdf"), Path(folder, "cleaned.pdf")
        try:
            checksum = _copied(document.original, source)
        except OSError:
            yield Look(Report([GONE]), None, "")
            return
        title, report = document.title, safety.inspect(source, heard, seconds)
        copy = None if report.out_of_time else _cleaned(document, source, target)
        yield Look(report, copy, checksum, title)


def _copied(kept: FieldFile, target: Path) -> str:
    """Its fingerprint; the file passes through in pieces, however large it is."""
    with kept.open("rb") as file, target.open("w+b") as copy:
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        return hashlib.file_digest(copy, "sha256").hexdigest()


def _cleaned(document: Document, source: Path, target: Path) -> Path | None:
    """A file that cannot be opened has findings, but no copy that anybody could publish."""
    if document.cleaned and (document.released_at or document.image_only):
        return None  # it was signed off as it is, or made of pictures because somebody said so
    try:
        safety.clean(source, target, title=document.title)
    except safety.CleaningError:
        return None
    return target


@transaction.atomic
def keep(document: Document, look: Look) -> None:
    """Compares what was found with the linked referral, and saves the row."""
    told = {
        "The document’s title": document.title,
        "The name of the uploaded file": document.uploaded_name,
    }
    standing = name_check.standing_of(document.item)
    known = name_check.known_of(document.item) if standing else []
    findings = name_check.compared(look.report, known, **told)
    findings = as_pictures(findings) if document.image_only else findings
    _take_sign_off_back(document, findings)
    document.findings = [asdict(finding) for finding in findings]
    document.pages, document.checksum = look.report.pages, look.checksum
    document.gate_version, document.names_standing = safety.VERSION, standing
    document.check_state = CheckState.DONE
    if look.copy:
        _put_copy(document, look.copy, look.title)
    document.save()


def _take_sign_off_back(document: Document, findings: list[Finding]) -> None:
    """Who signed it off has not seen what matters now."""
    seen = {Finding.from_json(found).key for found in document.findings}
    new = [one for one in findings if one.key not in seen and one.matters]
    if document.released_at and new:
        document.released_at = document.released_by = None
        event = f"Sign-off of document “{document}” taken back: its new check found more"
        history.record(document.item, event, by=None)
