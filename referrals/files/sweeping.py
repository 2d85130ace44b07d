"""Takes away what no row names: left by an upload that was cut off with the process, or by a crash
between a row's end and its file's. The same for the keys of cases.
"""

from django.core.cache import cache

from referrals.files.keeping import VAULT
from referrals.models import Referral, ReferralFile
from tscb.common.encryption import left_over

HOUR = 3600  # nobody writes so slowly; and a file is looked at within minutes of its last byte
EVERY = 600


def sweep_now_and_then() -> None:
    """All workers together, every ten minutes."""
    if cache.add("referral-files-swept", True, timeout=EVERY):
        sweep()
        left_over.sweep(set(Referral.objects.values_list("pk", flat=True)))


def sweep() -> int:
    """How many were taken away. A database that knows of no file takes none: it may be the wrong
    one, and what is lost here is lost."""
    untouched = set(VAULT.untouched_for(HOUR))  # looked up first: a row may come, none goes back
    known = set(ReferralFile.objects.values_list("pk", flat=True))
    left = untouched - known if known else set()
    for file_id in left:
        VAULT.delete(file_id)
    return len(left)
