"""Where sealed files lie, and what receives them."""

import os
import stat
import time
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadhandler import SkipFile
from django.test import RequestFactory

from tscb.common.vault import DamagedFileError, SealedWriter, SealingHandler, Vault, new_key

VAULT = Vault("sealed")


@pytest.fixture(autouse=True)
def own_store(store: Path) -> Path:
    return store


def kept(content: bytes = b"words"):
    file_id, key = uuid4(), new_key()
    file = VAULT.create(file_id)
    writer = SealedWriter(file, key, file_id)
    writer.write(content)
    writer.finish()
    VAULT.settle(file, file_id)
    return file_id, key


def test_file_is_kept_for_the_site_alone(store):
    file_id, key = kept()
    path = VAULT.path(file_id)
    assert path.parent.parent == store / "sealed"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with VAULT.open(file_id, key) as reader:
        assert reader.read() == b"words"


def test_file_is_never_written_over():
    file_id, _ = kept()
    with pytest.raises(FileExistsError):
        VAULT.create(file_id)


def test_what_is_missing_or_damaged_does_not_open():
    file_id, key = kept()
    with pytest.raises(DamagedFileError):
        VAULT.open(file_id, new_key())
    VAULT.delete(file_id)
    VAULT.delete(file_id)
    with pytest.raises(DamagedFileError):
        VAULT.open(file_id, key)


def test_files_that_nobody_has_touched_are_found(store):
    old, new = kept()[0], kept()[0]
    hour_ago = time.time() - 3_700
    os.utime(VAULT.path(old), (hour_ago, hour_ago))
    (VAULT.path(old).parent / "notes.txt").write_text("not ours")
    os.utime(VAULT.path(old).parent / "notes.txt", (hour_ago, hour_ago))
    assert list(VAULT.untouched_for(3_600)) == [old]
    assert set(VAULT.untouched_for(-5)) == {old, new}


def test_free_space_is_told_before_the_folder_is_there(store):
    assert not store.exists()
    assert VAULT.free_bytes() > 0


@pytest.fixture
def handler():
    return SealingHandler(RequestFactory().post("/"), vault=VAULT, most=100_000)


def receive(handler: SealingHandler, *pieces: bytes):
    handler.new_file("chosen", "plan.pdf", "application/pdf", None)
    for number, piece in enumerate(pieces):
        assert handler.receive_data_chunk(piece, number) is None
    return handler.file_complete(sum(map(len, pieces)))


def files() -> list[Path]:
    return [path for path in VAULT.root.rglob("*") if path.is_file()]


def test_upload_is_sealed_as_it_comes(handler):
    upload = receive(handler, b"one ", b"two")
    with upload.reader() as reader:
        assert reader.read() == b"one two"
    assert (upload.size, upload.name, upload.too_large) == (7, "plan.pdf", False)
    assert b"one" not in files()[0].read_bytes()


def test_upload_that_nobody_keeps_goes(handler):
    receive(handler, b"one").close()
    assert files() == []
    upload = receive(handler, b"one")
    upload.keep()
    upload.close()
    assert len(files()) == 1


def test_upload_that_is_too_large_is_dropped_and_the_next_one_taken(handler):
    upload = receive(handler, bytes(60_000), bytes(60_000), bytes(60_000))
    assert upload.too_large
    assert files() == []
    upload.close()
    assert not receive(handler, bytes(100_000)).too_large


def test_upload_that_is_cut_off_leaves_nothing(handler):
    handler.new_file("chosen", "plan.pdf", "application/pdf", None)
    handler.receive_data_chunk(b"one", 0)
    handler.upload_interrupted()
    handler.upload_interrupted()
    assert files() == []
    assert handler.file_complete(3) is None


def test_file_that_is_not_admitted_never_begins():
    class Shut(SealingHandler):
        def admits(self) -> bool:
            return False

    handler = Shut(RequestFactory().post("/"), vault=VAULT, most=10)
    with pytest.raises(SkipFile):
        handler.new_file("chosen", "plan.pdf", "application/pdf", None)
    handler.receive_data_chunk(b"one", 0)
    assert handler.file_complete(3) is None
    assert not VAULT.root.exists()
