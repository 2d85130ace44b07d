"""Where files are kept, under what names, and who can read them."""

import re
import stat
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db.migrations.writer import MigrationWriter
from pytest_django.fixtures import Settings

from tscb.common.uploads.storage import RandomNameIn, private_storage, public_file_name


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def test_kept_file_is_for_the_site_alone(folder: Path) -> None:
    name = private_storage().save("documents/ab/a.pdf", ContentFile(b"x"))
    assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / name).parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "documents").stat().st_mode) == 0o700


def test_kept_file_has_no_address() -> None:
    assert private_storage().url("documents/ab/a.pdf") == ""


def test_name_says_nothing_of_the_uploaded_one() -> None:
    name = RandomNameIn("documents")(None, "Thomas Sample 2011.PDF")
    assert re.fullmatch(r"documents/([0-9a-f]{2})/\1[0-9a-f]{30}\.pdf", name)
    assert name != RandomNameIn("documents")(None, "Thomas Sample 2011.PDF")


@pytest.mark.parametrize("uploaded", ["a.exe", "a.pdf.exe", "a", "", "../../a.html", ".pdf "])
def test_unknown_endings_are_dropped(uploaded: str) -> None:
    assert re.fullmatch(r"d/[0-9a-f]{2}/[0-9a-f]{32}", RandomNameIn("d")(None, uploaded))


def test_folder_can_stand_in_a_migration() -> None:
    written, imports = MigrationWriter.serialize(RandomNameIn("documents"))
    assert written == "tscb.common.uploads.storage.RandomNameIn('documents')"
    assert imports == {"import tscb.common.uploads.storage"}
    assert RandomNameIn("a") == RandomNameIn("a") != RandomNameIn("b")
    assert len({RandomNameIn("a"), RandomNameIn("a")}) == 1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("What we learned: neglect", "what-we-learned-neglect.pdf"),
        ("Écoute / “quotes” \r\n;", "ecoute-quotes.pdf"),
        ("…", "document.pdf"),
        ("word " * 40, "word-" * 15 + "word.pdf"),
    ],
)
def test_public_name_is_made_of_the_title(title: str, name: str) -> None:
    assert public_file_name(title, "pdf") == name
