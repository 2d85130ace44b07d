"""Staff ask for the archive of a year; asking again while one is being made changes nothing."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from briefings.models import ArchiveState, YearArchive
from briefings.year_archive.making import briefings_of
from tscb.board.models import User
from tscb.common.uploads.storage import delete_on_commit


@transaction.atomic
def ask(*, year: int, by: User) -> YearArchive:
    """Raises ValidationError for a year without briefings."""
    if not briefings_of(year).exists():
        raise ValidationError(f"No briefing was published in {year}.")
    YearArchive.objects.get_or_create(year=year, defaults={"asked_by": by})
    archive = YearArchive.objects.select_for_update().get(year=year)
    return archive if archive.is_being_made else _anew(archive, by)


def _anew(archive: YearArchive, by: User) -> YearArchive:
    delete_on_commit(archive.files)
    archive.file = ""
    archive.state, archive.worked_at = ArchiveState.WAITING, None
    archive.number_done = archive.number_in_all = 0
    archive.asked_by, archive.asked_at = by, timezone.now()
    archive.save()
    return archive
