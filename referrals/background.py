"""What the worker does for the referrals: asks the virus scanner again about files that wait, and
takes away what an upload that was cut off left behind; see `manage.py tick`."""

from referrals.files.scanning import scan_next
from referrals.files.sweeping import sweep_now_and_then


def work() -> None:
    """One file a turn, so that mail never waits long behind a pile of files."""
    scan_next()
    sweep_now_and_then()
