"""This checkout's own database: where it stands and when it is started.

Only processes without DATABASE_URL on a computer of one's own use it (TSCB_DEVELOPMENT=1).
"""

import os
from pathlib import Path

from tscb.common import embedded_database

FOLDER = Path(__file__).resolve().parents[2] / "var" / "postgres"


def wanted() -> bool:
    return not os.environ.get("DATABASE_URL") and os.environ.get("TSCB_DEVELOPMENT") == "1"


def ensure_if_wanted() -> None:
    """Starts the local server if this process is to use it and it does not run yet."""
    if wanted():
        embedded_database.ensure(FOLDER)
