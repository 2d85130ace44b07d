"""The import format: JSON Lines in, everything or nothing (docs/import-format.md).

What a kind of record holds is known to the app that owns it, in its `importers.py`.
"""

from tscb.common.importing.record import Record
from tscb.common.importing.runner import ImportFailedError, Options, Outcome, import_file

__all__ = ["ImportFailedError", "Options", "Outcome", "Record", "import_file"]
