"""What the worker does for the referrals: finishes disposals that broke off, asks the virus
scanner again about files that wait, takes away what an upload that was cut off left behind, and
writes marks of children that are still missing, and goes through the audit once a day; see
`manage.py tick`."""

from referrals.auditing import checking
from referrals.description.same_child import mark_the_rest
from referrals.files.scanning import scan_next
from referrals.files.sweeping import sweep_now_and_then
from referrals.keeping.destroying import finish_all

REFERRALS_AT_ONCE = 50


def work() -> None:
    """One file a turn, so that mail never waits long behind a pile of files."""
    finish_all()
    scan_next()
    sweep_now_and_then()
    checking.go_on()
    for _ in mark_the_rest(REFERRALS_AT_ONCE):
        continue
