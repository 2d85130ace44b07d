"""How production serves static files: under which names, and for whom to read."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import django_prose_editor
import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import call_command

from tscb.common.static_files import HashedFiles
from tscb.common.uploads.storage import private_storage

FOLDER = Path(settings.BASE_DIR) / "static"
EDITOR = Path(django_prose_editor.__file__).with_name("static")


@pytest.fixture
def collected(tmp_path) -> Path:
    """All our own static files and the editor that they import, as collectstatic leaves them."""
    for folder in (FOLDER, EDITOR):
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
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


@pytest.fixture
def masked() -> Iterator[None]:
    """A careful administrator: what is made is for nobody else, unless somebody says so."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def modes(folder: Path) -> tuple[set[str], set[str]]:
    """Of all files, and of all folders."""
    files: set[str] = set()
    folders: set[str] = set()
    for path in [folder, *folder.rglob("*")]:
        (folders if path.is_dir() else files).add(oct(path.stat().st_mode & 0o777))
    return files, folders


def test_collected_files_are_there_for_a_web_server_of_another_user(masked, tmp_path, settings):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "tscb.common.static_files.HashedFiles"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    assert list(settings.STATIC_ROOT.rglob("*.css.gz"))
    assert modes(settings.STATIC_ROOT) == ({"0o644"}, {"0o755"})


def test_what_people_upload_is_for_the_site_alone(masked, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    private_storage().save("documents/a/b.pdf", ContentFile(b"x"))
    default_storage.save("other/c.txt", ContentFile(b"x"))
    files, folders = modes(settings.MEDIA_ROOT)
    assert files == {"0o600"}
    assert folders == {"0o700"}
