"""Taking a sample review or briefing away with everything that was ever kept of it.

Nothing else takes entries out of a history: what was never true leaves no trace.
"""

from typing import Any

import pgtrigger
from django.db import transaction

from reviews.documents import delete_whole
from tscb.common.publishing.history import HistoryEntry


@transaction.atomic
def delete_sample(item: Any) -> None:
    """Raises ValueError for what is no sample."""
    if not item.is_sample:
        raise ValueError("Only sample content goes together with its history.")
    entries = HistoryEntry.objects.of(item)
    delete_whole(item)
    with pgtrigger.ignore("common.HistoryEntry:append_only"):
        entries.delete()
