"""Taking in what came to the return address: one message from a pipe, or a Maildir full of them.

What was understood is deleted; the rest is put aside, for somebody to look at, and deleted after a
month. A log line says that it happened, and nothing of what stood there.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import Error
from django.utils import timezone

from tscb.bulletin.bounces import noting
from tscb.bulletin.bounces.reports import LARGEST, Fate, Report, read
from tscb.common.one_by_one import each

AT_ONCE = 200  # messages in one go of the worker
ASIDE_FOR = timedelta(days=30)
log = logging.getLogger(__name__)


def take(raw: bytes) -> bool:
    """Whether it was understood. Raises only where the database does not answer."""
    report = understood(raw)
    if report is None:
        return False
    if report.fate == Fate.COMPLAINT:
        noting.complain(report.delivery)
    else:
        is_unknown = report.fate == Fate.UNKNOWN_MAILBOX
        hard = is_unknown or report.fate == Fate.FOR_GOOD
        noting.note(report.delivery, hard, is_unknown=is_unknown)
    return True


def understood(raw: bytes) -> Report | None:
    if len(raw) > LARGEST:
        log.warning("A message to the return address is too large to be a report")
        return None
    try:
        report = read(raw)
    except Error:
        raise
    except Exception as failure:  # whatever somebody sent: the next message is read all the same
        log.warning("A message to the return address cannot be read: %s", type(failure).__name__)
        return None
    if report is None:
        log.info("A message to the return address says nothing of a letter of ours")
    return report


def take_folder() -> None:
    """All that lies in the Maildir, as far as it is named in the settings."""
    if settings.BOUNCES_MAILDIR:
        folder = Path(settings.BOUNCES_MAILDIR)
        aside = folder / ".aside" / "cur"
        found = list(islice(messages(folder), AT_ONCE))
        each(found, partial(take_file, aside), what="messages to the return address")
        forget_aside(aside)


def messages(folder: Path) -> Iterator[Path]:
    for name in ("new", "cur"):
        for path in sorted((folder / name).iterdir()):
            if path.is_file() and not path.is_symlink():
                yield path


def take_file(aside: Path, path: Path) -> None:
    with path.open("rb") as file:
        raw = file.read(LARGEST + 1)
    if take(raw):
        path.unlink()
    else:
        aside.mkdir(parents=True, exist_ok=True)
        path.rename(aside / path.name)


def forget_aside(aside: Path) -> None:
    """By when it was put down, which the mail server notes."""
    oldest = (timezone.now() - ASIDE_FOR).timestamp()
    for path in aside.glob("*"):
        if path.stat().st_mtime < oldest:
            path.unlink()
