"""The worker's part: one archive a turn, briefing by briefing, the row saying how far it is.

A worker that is stopped leaves a row that nobody touches any more; the next one begins it again.
"""

import logging
import tempfile
import zipfile
from datetime import timedelta
from typing import IO, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.files import File
from django.db import transaction
from django.db.models import OuterRef, Q, QuerySet
from django.utils import timezone

from briefings.models import ArchiveState, Briefing, BriefingDocument, YearArchive
from briefings.models.year_archive import KEPT
from briefings.year_archive.contents import files_of, table_of_contents
from tscb.common import zip_files
from tscb.common.made_files import mark_of
from tscb.common.uploads.storage import delete_on_commit

logger = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=5)


def make_next() -> bool:
    """Makes the archive that waits longest; False when none does."""
    forget_old()
    archive = _claimed()
    if archive is None:
        return False
    try:
        _make(archive)
    except Exception:  # one year that cannot be made must not stop the worker
        logger.exception("The archive of %s could not be made.", archive.year)
        _still_ours(archive).update(state=ArchiveState.FAILED)
    return True


@transaction.atomic
def _claimed() -> YearArchive | None:
    """Another worker's is left to it, unless it has not moved for long."""
    stopped = Q(state=ArchiveState.RUNNING, worked_at__lt=timezone.now() - PATIENCE)
    waiting = YearArchive.objects.filter(Q(state=ArchiveState.WAITING) | stopped)
    archive = waiting.select_for_update(skip_locked=True).order_by("asked_at").first()
    if archive:
        archive.state, archive.worked_at = ArchiveState.RUNNING, timezone.now()
        archive.number_done, archive.number_in_all = 0, briefings_of(archive.year).count()
        archive.mark = mark_of_year(archive.year)
        archive.save()
    return archive


def mark_of_year(year: int) -> str:
    """Changes with every briefing and document that the public gets, or no longer gets."""
    released = BriefingDocument.objects.released().filter(briefing=OuterRef("pk"))
    files = ArraySubquery(released.order_by("pk").values("cleaned"))
    return mark_of(list(briefings_of(year).values_list("pk", "updated_at", "status", files)))


def is_current(archive: YearArchive) -> bool:
    """Whether it may still be handed out: it holds nothing that has changed or gone since."""
    return archive.is_ready and archive.mark == mark_of_year(archive.year)


def briefings_of(year: int) -> QuerySet[Briefing]:
    of_year = Briefing.objects.published().filter(published_at__year=year)
    return of_year.order_by("published_at", "pk")


def _make(archive: YearArchive) -> None:
    with tempfile.TemporaryFile() as file:
        if _write(archive, file):
            file.seek(0)
            _keep(archive, file)


def _write(archive: YearArchive, file: IO[bytes]) -> bool:
    """False when it was asked for anew meanwhile, or another worker took it."""
    with zipfile.ZipFile(file, "w") as packed:
        for number, briefing in enumerate(briefings_of(archive.year), 1):
            zip_files.add(packed, files_of(briefing))
            if not _still_ours(archive).update(number_done=number, worked_at=timezone.now()):
                return False
        zip_files.add(packed, table_of_contents(briefings_of(archive.year)))
    return True


@transaction.atomic
def _keep(archive: YearArchive, file: IO[bytes]) -> None:
    mine = _still_ours(archive).select_for_update().first()
    if mine:
        mine.state, mine.worked_at = ArchiveState.DONE, timezone.now()
        mine.file.save(mine.file_name, File(file))


def _still_ours(archive: YearArchive) -> Any:
    """The row, unless it was asked for anew since this worker took it."""
    return YearArchive.objects.filter(
        pk=archive.pk, state=ArchiveState.RUNNING, asked_at=archive.asked_at
    )


@transaction.atomic
def forget_old() -> None:
    """What was made long ago, and what holds a briefing that was changed or withdrawn since."""
    done = YearArchive.objects.filter(state__in=[ArchiveState.DONE, ArchiveState.FAILED])
    for archive in done.select_for_update(skip_locked=True):
        is_old = archive.worked_at and archive.worked_at < timezone.now() - KEPT
        if is_old or (archive.is_ready and not is_current(archive)):
            delete_on_commit(archive.files)
            archive.delete()
