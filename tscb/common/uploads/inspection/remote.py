"""A file that lies with the parent process: the child asks for each part of it over a socket.

A question is a place and a length. A length of 0 is the child's last word: so many bytes of answer
follow.
"""

import io
import os
import socket
import struct

QUESTION = struct.Struct(">QI")
LENGTH = struct.Struct(">I")
PIECE = 65_536


class RemoteFile(io.BufferedReader):
    """The child's view of the parent's file."""

    def __init__(self, parent: socket.socket, size: int) -> None:
        super().__init__(_Asking(parent, size), PIECE)


class _Asking(io.RawIOBase):
    def __init__(self, parent: socket.socket, size: int) -> None:
        self._parent, self._size, self._at = parent, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]  # what it is
        wanted = min(len(buffer), max(0, self._size - self._at))
        if not wanted:
            return 0
        self._parent.sendall(QUESTION.pack(self._at, wanted))
        (length,) = LENGTH.unpack(received(self._parent, LENGTH.size))
        buffer[:length] = received(self._parent, length)
        self._at += length
        return int(length)


def received(end: socket.socket, length: int) -> bytes:
    """Exactly so many bytes; raises EOFError when the other end has gone."""
    taken = bytearray()
    while len(taken) < length:
        piece = end.recv(length - len(taken))
        if not piece:
            raise EOFError
        taken += piece
    return bytes(taken)
