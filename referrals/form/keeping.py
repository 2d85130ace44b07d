"""Drafts that nobody touches: warned of twice, then deleted with everything that hangs on them.

A warning keeps its word: however late it goes out, the time that it names is left whole. Where no
address is known nobody is warned, and the draft goes after its 28 days.
"""

from datetime import timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.files.keeping import forget_files
from referrals.form.draft_mails import queue_warning
from referrals.models import SITE, DraftKey, Referral, Verb, record
from tscb.common.encryption import destroy_on_commit
from tscb.common.one_by_one import each

NOTICES = (timedelta(days=14), timedelta(days=3))


def keep_in_order() -> None:
    """Safe to run twice at once, and to be killed: each draft is dealt with in one transaction."""
    for passed, notice in enumerate(NOTICES):
        due = Referral.objects.due_for_warning(passed, notice)
        act = partial(warn, passed=passed, notice=notice)
        each(due.values_list("pk", flat=True), act, what="warnings of drafts")
    over = Referral.objects.due_for_deletion(len(NOTICES))
    each(over.values_list("pk", flat=True), delete_untouched, what="deletions of drafts")
    DraftKey.objects.spent().delete()


@transaction.atomic
def warn(referral_id: UUID, passed: int, notice: timedelta) -> None:
    """Looked at again under the lock: somebody may have saved, or another worker been quicker."""
    due = Referral.objects.due_for_warning(passed, notice).filter(pk=referral_id)
    referral = due.select_for_update(skip_locked=True, of=("self",)).first()
    if referral is None:
        return
    for to in referral.mail_addresses()[:1]:
        referral.kept_until = max(referral.kept_until, timezone.now() + notice)
        queue_warning(referral, to)
        record(Verb.WARNED, by=SITE, referral_id=referral.pk, reference=referral.reference)
    referral.warnings_passed = passed + 1
    referral.save(update_fields=("kept_until", "warnings_passed"))


@transaction.atomic
def delete_untouched(referral_id: UUID) -> None:
    due = Referral.objects.due_for_deletion(len(NOTICES)).filter(pk=referral_id)
    referral = due.select_for_update(skip_locked=True, of=("self",)).only("pk", "reference").first()
    if referral:
        record(Verb.EXPIRED, by=SITE, referral_id=referral.pk, reference=referral.reference)
        forget_files(referral)
        destroy_on_commit(referral.pk)
        referral.delete()
