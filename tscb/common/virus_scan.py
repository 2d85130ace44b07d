"""Asks ClamAV whether a file holds something known to be harmful (clamd(8), command INSTREAM).

Off unless CLAMD_ADDRESS is set. A scanner that is asked and gives no clear answer is silent: then
nobody knows, and the file has to wait.
"""

import logging
import socket
import struct
import time
from typing import IO

from django.conf import settings
from django.db.models import TextChoices

log = logging.getLogger(__name__)

PIECE = 131_072
LENGTH = struct.Struct(">I")
CONNECT_SECONDS = 2
LONGEST_REPLY = 4_096
CLEAN, FOUND, TOO_LARGE = b": OK", b" FOUND", b"size limit exceeded"


class Verdict(TextChoices):
    """What is known of a file."""

    NOT_ASKED = "not_asked", "Not checked for viruses"
    CLEAN = "clean", "No virus found"
    WAITING = "waiting", "Waiting for the virus check"
    FOUND = "found", "Blocked by the virus check"


def is_configured() -> bool:
    return bool(settings.CLAMD_ADDRESS)


def scan(file: IO[bytes]) -> Verdict:
    """Reads the file from its beginning. What reading raises goes through."""
    if not is_configured():
        return Verdict.NOT_ASKED
    file.seek(0)
    until = time.monotonic() + settings.CLAMD_SECONDS
    try:
        scanner = _connected()
    except OSError as silent:
        log.warning("The virus scanner does not answer: %s", type(silent).__name__)
        return Verdict.WAITING
    with scanner:
        return _verdict(_asked(scanner, file, until))


def _connected() -> socket.socket:
    kind, _, place = settings.CLAMD_ADDRESS.partition(":")
    if kind == "tcp":
        host, _, port = place.rpartition(":")
        return socket.create_connection((host.strip("[]"), int(port)), CONNECT_SECONDS)
    scanner = socket.socket(socket.AF_UNIX)
    scanner.settimeout(CONNECT_SECONDS)
    try:
        scanner.connect(place)
    except OSError:
        scanner.close()
        raise
    return scanner


def _asked(scanner: socket.socket, file: IO[bytes], until: float) -> bytes:
    """What it answers; empty where it falls silent. It may answer, and hang up, before it has all:
    then what it said still counts."""
    try:
        scanner.sendall(b"zINSTREAM\0")
        while piece := file.read(PIECE):
            _allow_until(scanner, until)
            scanner.sendall(LENGTH.pack(len(piece)) + piece)
        scanner.sendall(LENGTH.pack(0))
    except (ConnectionError, TimeoutError):
        pass
    return _reply(scanner, until)


def _reply(scanner: socket.socket, until: float) -> bytes:
    said = b""
    try:
        while not said.endswith(b"\0") and len(said) < LONGEST_REPLY:
            _allow_until(scanner, until)
            piece = scanner.recv(LONGEST_REPLY)
            if not piece:
                break
            said += piece
    except OSError:
        return b""
    return said.rstrip(b"\0\n")


def _allow_until(scanner: socket.socket, until: float) -> None:
    scanner.settimeout(max(0.01, until - time.monotonic()))


def _verdict(reply: bytes) -> Verdict:
    if reply.endswith(CLEAN):
        return Verdict.CLEAN
    if reply.endswith(FOUND):
        return Verdict.FOUND
    if TOO_LARGE in reply:
        log.warning("The virus scanner takes no file so large: raise its StreamMaxLength.")
    else:
        log.warning("The virus scanner gave no clear answer.")
    return Verdict.WAITING
