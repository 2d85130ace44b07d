"""What gunicorn itself calls: each worker that it has started stands as a file named by its id."""

import os
from pathlib import Path
from typing import Any

from django.urls import get_resolver

WORKERS = Path(os.environ["SOAK_WORKERS"])


def when_ready(server: Any) -> None:
    """Pages are read in once, before any worker: a new one answers within moments."""
    assert get_resolver().url_patterns


def post_fork(server: Any, worker: Any) -> None:
    (WORKERS / str(worker.pid)).touch()


def child_exit(server: Any, worker: Any) -> None:
    (WORKERS / str(worker.pid)).unlink(missing_ok=True)
