"""Files that are made of content: found by its mark alone, and kept no longer than it stands."""

import os
from pathlib import Path

import pytest

from tscb.common import made_files
from tscb.common.made_files import forget_old, kept, mark_of, size_of

PLACE = "things/1/page"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path / "made"


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def never() -> bytes:
    raise AssertionError("made again")


def test_it_is_made_once(folder):
    assert kept(PLACE, "a", lambda: b"one") == b"one"
    assert kept(PLACE, "a", never) == b"one"


def test_new_content_is_made_anew_and_takes_the_old_file_away(folder):
    kept(PLACE, "a", lambda: b"one")
    assert kept(PLACE, "b", lambda: b"two") == b"two"
    assert files(folder) == ["b"]


def test_what_an_interrupted_process_left_goes_too(folder):
    kept(PLACE, "a", lambda: b"one")
    (folder / PLACE / "half.part").write_bytes(b"ha")
    kept(PLACE, "b", lambda: b"two")
    assert files(folder) == ["b"]


def test_another_place_is_not_touched(folder):
    kept(PLACE, "a", lambda: b"one")
    kept("things/1/text", "b", lambda: b"two")
    assert files(folder) == ["a", "b"]


def test_two_at_once_leave_one_whole_file(folder):
    def make_while_another_makes() -> bytes:
        kept(PLACE, "a", lambda: b"one")
        return b"one"

    assert kept(PLACE, "a", make_while_another_makes) == b"one"
    assert files(folder) == ["a"]


def test_a_full_disk_is_no_reason_not_to_answer(folder, caplog):
    folder.write_bytes(b"a file where a folder should be")
    with caplog.at_level("WARNING", logger=made_files.__name__):
        assert kept("x", "a", lambda: b"one") == b"one"
    assert "could not be kept" in caplog.text


def test_size_is_known_once_it_was_made(folder):
    assert size_of(PLACE) == 0
    kept(PLACE, "a", lambda: b"four")
    assert size_of(PLACE) == 4


def test_what_is_not_named_or_older_than_the_change_is_forgotten(folder):
    forget_old("things", {})
    for number in (1, 2, 3):
        kept(f"things/{number}/page", f"mark-{number}", lambda: b"x")
    os.utime(folder / "things/3/page/mark-3", (1_000, 1_000))
    forget_old("things", {"2": 0, "3": 2_000})
    assert files(folder) == ["mark-2"]


def test_mark_changes_with_data_and_templates(tmp_path):
    template = tmp_path / "page.typ"
    template.write_text("one")
    first = mark_of({"a": 1, "b": "é"}, template)
    assert mark_of({"b": "é", "a": 1}, template) == first
    assert mark_of({"a": 2, "b": "é"}, template) != first
    template.write_text("two")
    assert mark_of({"a": 1, "b": "é"}, template) != first
    assert mark_of("a", "b") != mark_of("ab")
