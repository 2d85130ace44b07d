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
    """What the gate said of a file, and where its cleaned copy lies if one could be made."""

    report: Report
    copy: Path | None
    checksum: str


def is_long(document: Document) -> bool:
    """Whether nobody should have to wait for its check with the browser open."""
    if document.original.size >= LONG_FILE:
        return True
    with document.original.open("rb") as file:
        return pdf_process.facts(file).pages >= MANY_PAGES


def inspect_now(document: Document) -> None:
    with looked_at(document) as look:
        keep(document, look)


def make_image_only(document: Document) -> None:
    """Puts pictures of its pages in the place of the cleaned copy. Raises CleaningError."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "original.pdf"), Path(folder, "pictures.pdf")
        _copied(document, source)
        safety.flatten(source, target, title=document.title)
        delete_on_commit([document.cleaned.name] if document.cleaned.name else [])
        document.image_only, document.size = True, target.stat().st_size
        findings = as_pictures([Finding.from_json(found) for found in document.findings])
        document.findings = [asdict(finding) for finding in findings]
        with target.open("rb") as file:
            document.cleaned.save("cleaned.pdf", File(file), save=False)
        document.save()


def as_pictures(findings: list[Finding]) -> list[Finding]:
    """What hides beside or under what is seen does not come along; what is seen does."""
    left = [replace(one, cleaned=True) if one.kind in HIDDEN else one for one in findings]
    return [LESS_ACCESSIBLE, *left]


@contextmanager
def looked_at(
    document: Document, heard: Callable[[int, int], None] = nobody_waits
) -> Iterator[Look]:
    """`heard` is told each moment how many pages are done, and how many there are."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "original.pdf"), Path(folder, "cleaned.pdf")
        try:
            checksum = _copied(document, source)
        except OSError:
            yield Look(Report([GONE]), None, "")
            return
        yield Look(safety.inspect(source, heard), _cleaned(document, source, target), checksum)


def _copied(document: Document, target: Path) -> str:
    """Its fingerprint; the file passes through in pieces, however large it is."""
    with document.original.open("rb") as file, target.open("w+b") as copy:
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        return hashlib.file_digest(copy, "sha256").hexdigest()


def _cleaned(document: Document, source: Path, target: Path) -> Path | None:
    """A file that cannot be opened has findings, but no copy that anybody could publish."""
    if document.cleaned:
        return None  # it was signed off as it is
    try:
        safety.clean(source, target, title=document.title)
    except safety.CleaningError:
        return None
    return target


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
        document.size = look.copy.stat().st_size
        with look.copy.open("rb") as file:
            document.cleaned.save("cleaned.pdf", File(file), save=False)
    document.save()


def _take_sign_off_back(document: Document, findings: list[Finding]) -> None:
    """Who signed it off has not seen what matters now."""
    seen = {Finding.from_json(found).key for found in document.findings}
    new = [one for one in findings if one.key not in seen and one.matters]
    if document.released_at and new:
        document.released_at = document.released_by = None
        event = f"Sign-off of document “{document}” taken back: its new check found more"
        history.record(document.item, event, by=None)
