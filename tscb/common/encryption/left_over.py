"""Keys of cases that no row is left of: made by an act that was taken back, or brought back with a
copy of the key store after they were destroyed.

Nobody who looks at a folder can tell these from keys that a wrong database does not know. So a key
goes a day after it was first seen without its case, and none goes while the database knows fewer
cases than it lacks.
"""

import logging
import time
from collections.abc import Collection
from pathlib import Path
from uuid import UUID

from tscb.common.encryption import key_store

DAY = 86_400
SEEN = ".no-case"
log = logging.getLogger(__name__)


def sweep(known: Collection[UUID]) -> int:
    """How many keys were destroyed. `known`: every case there is."""
    left = [case_id for case_id in key_store.case_ids() if case_id not in known]
    if len(left) > len(known):
        log.error("The key store has keys of %s cases that this database lacks.", len(left))
        return 0
    _forget_marks(left)
    over = [case_id for case_id in left if _seen_a_day_ago(case_id)]
    for case_id in over:
        key_store.destroy(case_id)
        _mark(case_id).unlink(missing_ok=True)
    return len(over)


def _mark(case_id: UUID) -> Path:
    return key_store.folder() / (case_id.hex + SEEN)


def _seen_a_day_ago(case_id: UUID) -> bool:
    """Writes down when it was seen without its case first."""
    mark = _mark(case_id)
    if not mark.exists():
        mark.touch(mode=0o600)
    return mark.stat().st_mtime < time.time() - DAY


def _forget_marks(left: Collection[UUID]) -> None:
    """Of keys whose case is there after all: it was being written just then."""
    for mark in key_store.folder().glob(f"*{SEEN}"):
        if UUID(hex=mark.name.removesuffix(SEEN)) not in left:
            mark.unlink(missing_ok=True)
