"""Asking the virus scanner, over a real socket, with every answer and every silence."""

import io
import socket
import time

import pytest

from tests.factories import clamd
from tests.factories.clamd import SIGNATURE
from tscb.common.virus_scan import Verdict, scan

LARGE = bytes(3_000_000)


@pytest.fixture
def scanner(settings):
    with clamd.running() as running:
        settings.CLAMD_ADDRESS = running.address
        settings.CLAMD_SECONDS = 5
        yield running


def test_nobody_is_asked_where_none_is_configured(settings):
    settings.CLAMD_ADDRESS = ""
    assert scan(io.BytesIO(SIGNATURE)) == Verdict.NOT_ASKED


@pytest.mark.parametrize("content", [b"", b"words", LARGE])
def test_clean_file(scanner, content):
    file = io.BytesIO(content)
    file.seek(0, 2)
    assert scan(file) == Verdict.CLEAN
    assert (scanner.asked, scanner.taken) == (1, len(content))


@pytest.mark.parametrize("content", [SIGNATURE, LARGE + SIGNATURE])
def test_harmful_file(scanner, content):
    assert scan(io.BytesIO(content)) == Verdict.FOUND


def test_scanner_at_a_path(settings, tmp_path):
    with clamd.running(str(tmp_path / "clamd")) as running:
        settings.CLAMD_ADDRESS = running.address
        assert scan(io.BytesIO(SIGNATURE)) == Verdict.FOUND


def test_scanner_that_is_not_there(settings, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for address in (f"tcp:127.0.0.1:{port}", f"unix:{tmp_path}/none"):
        settings.CLAMD_ADDRESS = address
        assert scan(io.BytesIO(b"words")) == Verdict.WAITING


def test_scanner_that_says_nothing_is_not_waited_for_long(scanner, settings):
    scanner.silent = True
    settings.CLAMD_SECONDS = 0.3
    before = time.monotonic()
    assert scan(io.BytesIO(LARGE)) == Verdict.WAITING
    assert time.monotonic() - before < 4


@pytest.mark.parametrize(
    "reply", [b"", b"stream: OK, or not\0", b"UNKNOWN COMMAND\0", b"x" * 9_000]
)
def test_scanner_that_hangs_up_or_talks_nonsense(scanner, reply):
    scanner.reply, scanner.hangs_up_after = reply, 100_000
    assert scan(io.BytesIO(LARGE)) == Verdict.WAITING


def test_what_it_says_before_it_has_all_counts(scanner):
    scanner.reply, scanner.hangs_up_after = clamd.FOUND, 100_000
    assert scan(io.BytesIO(LARGE)) == Verdict.FOUND


def test_file_too_large_for_it_waits_and_the_log_says_what_to_change(scanner, caplog):
    scanner.reply = b"INSTREAM size limit exceeded. ERROR\0"
    assert scan(io.BytesIO(LARGE)) == Verdict.WAITING
    assert "raise its StreamMaxLength" in caplog.text
