"""Asks the virus scanner again about files that it said nothing of, one a turn of the worker.

What came in before there was a scanner is asked about too, once there is one.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from referrals.files.keeping import VAULT, note
from referrals.files.mails import tell_of_blocked_file
from referrals.models import SITE, ReferralFile, Verb
from tscb.common import virus_scan
from tscb.common.vault import DamagedFileError
from tscb.common.virus_scan import Verdict

log = logging.getLogger(__name__)

AGAIN_AFTER = timedelta(minutes=1)


def scan_next() -> None:
    """The file that has waited longest. The scanner is slow: it is asked in no transaction."""
    if not virus_scan.is_configured():
        return
    file_id = _due().values_list("pk", flat=True).first()
    if file_id is None:
        return
    # Before it is looked at: one that no key opens comes last from now on, and holds up no other.
    ReferralFile.objects.filter(pk=file_id).update(checked_at=timezone.now())
    file = ReferralFile.objects.get(pk=file_id)
    try:
        with VAULT.open(file.pk, file.key) as reader:
            verdict = virus_scan.scan(reader)
    except DamagedFileError:
        log.error("%s of a referral does not open: restore it from a backup.", file)
        return
    if verdict in (Verdict.CLEAN, Verdict.FOUND):
        settle(file=file, verdict=verdict)


def _due() -> QuerySet[ReferralFile]:
    unknown = ReferralFile.objects.filter(virus_check__in=[Verdict.WAITING, Verdict.NOT_ASKED])
    not_just_now = Q(checked_at=None) | Q(checked_at__lt=timezone.now() - AGAIN_AFTER)
    return unknown.filter(not_just_now).order_by(F("checked_at").asc(nulls_first=True), "added_at")


@transaction.atomic
def settle(*, file: ReferralFile, verdict: Verdict) -> None:
    """Keeps the verdict. Whoever holds or reads the referral hears of a file that is blocked."""
    row = ReferralFile.objects.select_for_update().filter(pk=file.pk).first()
    if row is None:  # taken out while the scanner was looking
        return
    row.virus_check = verdict
    row.save(update_fields=("virus_check",))
    if verdict == Verdict.FOUND:
        note(row, Verb.FILE_BLOCKED, SITE)
        tell_of_blocked_file(row.referral)
