"""A small clamd: speaks INSTREAM on a real socket and answers as it is told to."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

CLEAN, FOUND = b"stream: OK\0", b"stream: Test-Signature FOUND\0"
SIGNATURE = b"Harmful-Test-Signature"


class Clamd:
    """`reply` is a fixed answer; without one it looks for the test signature. `silent`: it takes
    everything and says nothing; `hangs_up_after`: so many bytes."""

    def __init__(self, address: str = "") -> None:
        self.reply: bytes | None = None
        self.silent = False
        self.hangs_up_after: int | None = None
        self.asked = 0
        self.taken = 0
        self._socket = self._listening(address)
        threading.Thread(target=self._serve, daemon=True).start()

    def _listening(self, address: str) -> socket.socket:
        if not address:
            return socket.create_server(("127.0.0.1", 0))
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(address)
        listening.listen()
        return listening

    @property
    def address(self) -> str:
        name = self._socket.getsockname()
        return f"unix:{name}" if isinstance(name, str) else f"tcp:127.0.0.1:{name[1]}"

    def close(self) -> None:
        self._socket.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._socket.accept()
                threading.Thread(target=self._talk, args=(client,), daemon=True).start()

    def _talk(self, client: socket.socket) -> None:
        with client, suppress(OSError, EOFError):
            self.asked += 1
            assert _exactly(client, 10) == b"zINSTREAM\0"
            content = self._stream(client)
            if self.silent:
                client.recv(1)  # until the other side gives up
            elif content is not None:
                client.sendall(self.reply or (FOUND if SIGNATURE in content else CLEAN))

    def _stream(self, client: socket.socket) -> bytes | None:
        content = b""
        while length := struct.unpack(">I", _exactly(client, 4))[0]:
            content += _exactly(client, length)
            self.taken += length
            if self.hangs_up_after is not None and self.taken > self.hangs_up_after:
                client.sendall(self.reply or b"")
                return None
        return content


def _exactly(client: socket.socket, length: int) -> bytes:
    taken = b""
    while len(taken) < length:
        piece = client.recv(length - len(taken))
        if not piece:
            raise EOFError
        taken += piece
    return taken


@contextmanager
def running(address: str = "") -> Iterator[Clamd]:
    clamd = Clamd(address)
    try:
        yield clamd
    finally:
        clamd.close()
