"""The names under which production serves static files."""

import json
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from tscb.common.static_files import HashedFiles

FOLDER = Path(settings.BASE_DIR) / "static"


@pytest.fixture
def collected(tmp_path) -> Path:
    """All our own static files, as collectstatic leaves them."""
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    source = FileSystemStorage(location=tmp_path)
    names = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")]
    storage = HashedFiles(location=tmp_path, base_url="/static/")
    for _, _, outcome in storage.post_process({name: (source, name) for name in names}):
        assert not isinstance(outcome, Exception), outcome
    return tmp_path


def test_script_imports_the_name_that_carries_the_hash(collected):
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    start = (collected / names["js/start.js"]).read_text()
    module = names["vendor/govuk-frontend/govuk-frontend.min.js"]
    assert f'"../{module}"' in start
