"""What gunicorn itself calls: each worker that it has started stands as a file named by its id."""

import os
from pathlib import Path
from typing import Any

WORKERS = Path(os.environ["SOAK_WORKERS"])


def post_fork(server: Any, worker: Any) -> None:
    (WORKERS / str(worker.pid)).touch()


def child_exit(server: Any, worker: Any) -> None:
    (WORKERS / str(worker.pid)).unlink(missing_ok=True)
