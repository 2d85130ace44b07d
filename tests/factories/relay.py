"""A wire to the tests' database that can be cut, or swallow everything, while others use it."""

import selectors
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db import connection

PIECE = 65_536


class State(Enum):
    PASSES = auto()
    HANGS = auto()  # takes calls and whatever is said, and passes nothing on
    REFUSES = auto()  # and breaks off what was open


class Relay:
    def __init__(self) -> None:
        self._calls = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._selector = selectors.DefaultSelector()
        self._wires: dict[socket.socket, socket.socket] = {}
        self._state = State.PASSES
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def address(self) -> str:
        """The DATABASE_URL that leads through it."""
        it = connection.settings_dict
        user, password = quote(it["USER"] or ""), quote(it["PASSWORD"] or "")
        port = self._calls.getsockname()[1]
        return f"postgres://{user}:{password}@127.0.0.1:{port}/{it['NAME']}"

    def be(self, state: State) -> None:
        self._state = state
        if state == State.REFUSES:
            for end in list(self._wires):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def start(self) -> None:
        self._selector.register(self._calls, selectors.EVENT_READ)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()
        for end in (self._calls, *self._wires):
            end.close()
        self._selector.close()

    def _run(self) -> None:
        while not self._over.is_set():
            for key, _ in self._selector.select(0.05):
                if key.fileobj is self._calls:
                    self._take_call()
                else:
                    self._pass_on(key.fileobj)

    def _take_call(self) -> None:
        caller, _ = self._calls.accept()
        if self._state == State.REFUSES:
            caller.close()
            return
        server = _to_database()
        for one, other in ((caller, server), (server, caller)):
            self._wires[one] = other
            self._selector.register(one, selectors.EVENT_READ)

    def _pass_on(self, end: Any) -> None:
        """What was swallowed does not come later: such a line is broken off when it works again."""
        said = b""
        with suppress(OSError):
            said = end.recv(PIECE)
        other = self._wires.get(end)
        if self._state == State.HANGS and said:
            return
        with suppress(OSError):
            if said and other:
                other.sendall(said)
                return
        self._hang_up(end)

    def _hang_up(self, end: socket.socket) -> None:
        for one in (end, self._wires.get(end)):
            if one is not None and self._wires.pop(one, None) is not None:
                self._selector.unregister(one)
                one.close()


def _to_database() -> socket.socket:
    it = connection.settings_dict
    host, port = it["HOST"] or "localhost", int(it["PORT"] or 5432)
    if not host.startswith("/"):
        return socket.create_connection((host, port))
    server = socket.socket(socket.AF_UNIX)
    server.connect(str(Path(host) / f".s.PGSQL.{port}"))
    return server


@contextmanager
def relaying() -> Iterator[Relay]:
    relay = Relay()
    relay.start()
    try:
        yield relay
    finally:
        relay.stop()
