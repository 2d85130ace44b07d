"""From a sealed upload to a kept file: what it is, whether it is harmful, whether there is room.

Nothing of a file that is not taken stays. A file of which nobody can say whether it is harmful is
kept apart: a referral never waits for a virus scanner.
"""

import logging
import re
import unicodedata

from django.conf import settings

from referrals.files.keeping import NotTaken, add
from referrals.models import Referral, ReferralFile
from tscb.common import virus_scan
from tscb.common.uploads.inspection.process import inspect
from tscb.common.uploads.inspection.sentences import sentence
from tscb.common.uploads.sizes import in_words
from tscb.common.vault import SealedReader, SealedUpload
from tscb.common.virus_scan import Verdict

log = logging.getLogger(__name__)

LONGEST_NAME = 150
# Marks that could show a name other than it is, and what cannot be seen.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
HARMFUL = (
    "was refused by the virus check, and nothing of it was kept. Tell your IT support. You can "
    "send the referral without it."
)


def take(upload: SealedUpload, referral: Referral, *, ask_scanner: bool = True) -> ReferralFile:
    """Keeps the file, or raises NotTaken. `ask_scanner`: not again where it was silent just now."""
    _check_size(upload)
    with upload.reader() as reader:
        kind = _kind(reader)
        verdict = _verdict(reader) if ask_scanner else Verdict.WAITING
    file = add(
        referral_id=referral.pk,
        upload=upload,
        name=shown_name(upload.name or ""),
        kind=kind,
        verdict=verdict,
    )
    if file.pk == upload.file_id:
        upload.keep()
    return file


def shown_name(given: str) -> str:
    """The name as the referrer knows it, for their eyes and the panel's."""
    name = unicodedata.normalize("NFC", UNSEEN.sub("", given)).strip()
    return name[-LONGEST_NAME:] or "File without a name"


def _check_size(upload: SealedUpload) -> None:
    if upload.too_large:
        raise NotTaken(
            f"is larger than {in_words(settings.REFERRAL_FILE_MAX_BYTES)}. Save a smaller "
            "copy, or split it and choose the parts."
        )
    if not upload.size:
        raise NotTaken("is empty. Choose another file.")


def _kind(reader: SealedReader) -> str:
    found = inspect(reader, reader.size)
    if not found.kind:
        raise NotTaken(sentence(found))
    return found.kind


def _verdict(reader: SealedReader) -> Verdict:
    verdict = virus_scan.scan(reader)
    if verdict == Verdict.FOUND:
        log.warning("The virus check refused a file that somebody offered.")
        raise NotTaken(HARMFUL)
    return verdict
