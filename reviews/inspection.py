"""Runs the safety gate over a stored document, at once or by the worker, and keeps what it says.

Nothing else writes findings and cleaned copies. Long files wait for the worker: the row says how
far it is, so a crash loses nothing and two workers do nothing twice.
"""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path

from django.core.files import File
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from reviews import name_check, safety
from reviews.models import Document
from reviews.models.document import CheckState
from reviews.safety import Finding, Kind, Report, Severity
from tscb.common.publishing import history
from tscb.common.uploads import pdf_process
from tscb.common.uploads.storage import delete_on_commit

LONG_FILE = 5_000_000  # bytes
MANY_PAGES = 30
PATIENCE = timedelta(minutes=10)  # after this a check that has not ended is taken up again
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


def inspect_now(document: Document, **elsewhere: str) -> None:
    """Checks the file and saves the row; `elsewhere` are other texts that came with it."""
    with looked_at(document) as look:
        _keep(document, look, elsewhere)


def make_image_only(document: Document) -> None:
    """Puts pictures of its pages in the place of the cleaned copy. Raises CleaningError."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "original.pdf"), Path(folder, "pictures.pdf")
        with document.original.open("rb") as file:
            source.write_bytes(file.read())
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


def leave_to_worker(document: Document) -> None:
    document.check_state, document.check_started_at = CheckState.WAITING, None
    document.save()


def inspect_next() -> bool:
    """The worker's turn: checks one document that waits; False when none does."""
    for model in Document.__subclasses__():
        document = _claimed(model)
        if document:
            _finish(document)
            return True
    return False


@transaction.atomic
def _claimed(model: type[Document]) -> Document | None:
    """The one that waits longest, or whose check was broken off; another worker's is left to it."""
    broken_off = Q(check_state=CheckState.RUNNING, check_started_at__lt=timezone.now() - PATIENCE)
    waiting = model.objects.filter(Q(check_state=CheckState.WAITING) | broken_off)
    found = waiting.select_for_update(skip_locked=True, of=("self",)).order_by("uploaded_at")
    document = found.first()
    if document:
        document.check_state, document.check_started_at = CheckState.RUNNING, timezone.now()
        document.save(update_fields=["check_state", "check_started_at"])
    return document


def _finish(claimed: Document) -> None:
    """Keeps the result unless the file was replaced, or the check taken up again, meanwhile."""
    with looked_at(claimed) as look, transaction.atomic():
        same = {"original": claimed.original.name, "check_started_at": claimed.check_started_at}
        rows = type(claimed).objects.select_for_update(of=("self",))
        document = rows.filter(pk=claimed.pk, check_state=CheckState.RUNNING, **same).first()
        if document:
            _keep(document, look, {})


@contextmanager
def looked_at(document: Document) -> Iterator[Look]:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "original.pdf"), Path(folder, "cleaned.pdf")
        try:
            with document.original.open("rb") as file:
                source.write_bytes(file.read())
        except OSError:
            yield Look(Report([GONE]), None, "")
            return
        checksum = hashlib.sha256(source.read_bytes()).hexdigest()
        yield Look(safety.inspect(source), _cleaned(document, source, target), checksum)


def _cleaned(document: Document, source: Path, target: Path) -> Path | None:
    """A file that cannot be opened has findings, but no copy that anybody could publish."""
    if document.cleaned:
        return None  # it was signed off as it is
    try:
        safety.clean(source, target, title=document.title)
    except safety.CleaningError:
        return None
    return target


def _keep(document: Document, look: Look, elsewhere: dict[str, str]) -> None:
    told = {"The document’s title": document.title, **elsewhere}
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
