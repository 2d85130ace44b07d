"""Sets the stage before Django reads its settings: development values, files in a folder that
goes away, and the project's own database server unless DATABASE_URL names another.

Loaded by pytest as a plugin (pyproject.toml), so that it runs first.
"""

import os
import tempfile
from pathlib import Path

os.environ["TSCB_DEVELOPMENT"] = "1"
os.environ["TSCB_DEBUG"] = "0"
FILES = tempfile.TemporaryDirectory(prefix="tscb-tests-")
os.environ["DATA_DIR"] = FILES.name
os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(Path(FILES.name) / "hypothesis")
(Path(FILES.name) / "static").mkdir()  # WhiteNoise warns where nothing was collected
# Playwright's own event loop makes Django believe that tests are asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

from django.conf import settings  # noqa: E402 - the variables above come first

from tscb.common import local_database  # noqa: E402 - the variables above come first

local_database.ensure_if_wanted()


def pytest_configure() -> None:
    """Has coverage measured in the children that read PDFs, too, which get no variables of ours."""
    name = "COVERAGE_PROCESS_CONFIG"
    if name in os.environ:
        settings.UPLOAD_CHILD_ENVIRONMENT[name] = os.environ[name]
