"""`python -m tests.bench.load PORT PATH SECONDS [tls]`: visitors, in a process of their own.

A closed loop: each of 16 connections asks again as soon as it was answered. Prints a line of JSON.
"""

import asyncio
import json
import re
import ssl
import sys
from statistics import quantiles
from time import perf_counter

HOST = "www.example.org"
CONNECTIONS = 16
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
REQUEST = (
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\nX-Forwarded-Proto: https\r\n"
    "X-Forwarded-For: 192.0.2.1\r\n\r\n"
)


class Tally:
    def __init__(self, seconds: float) -> None:
        self.began = perf_counter()
        self.ends = self.began + seconds
        self.times: list[float] = []
        self.bytes = self.wrong = 0

    @property
    def is_over(self) -> bool:
        return perf_counter() >= self.ends

    def note(self, took: float, answer: bytes) -> None:
        self.times.append(took)
        self.bytes = len(answer)
        self.wrong += not answer.startswith(b"HTTP/1.1 200 ")

    def told(self) -> dict[str, float]:
        times = self.times or [0.0]
        return {
            "requests": len(self.times),
            "seconds": perf_counter() - self.began,
            "p99": (quantiles(times, n=100)[-1] if len(times) > 1 else times[0]) * 1000,
            "bytes": self.bytes,
            "wrong": self.wrong,
        }


class Visitor(asyncio.Protocol):
    """One connection. Where the server ends it, the visitor comes again over another."""

    def __init__(self, request: bytes, tally: Tally) -> None:
        self.request, self.tally = request, tally
        self.gone: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.answer = b""
        self.asked_at = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: asyncio.WriteTransport = transport  # type: ignore[assignment] # of a stream
        self.ask()

    def ask(self) -> None:
        self.answer, self.asked_at = b"", perf_counter()
        self.transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        self.answer += data
        if is_whole(self.answer):
            self.tally.note(perf_counter() - self.asked_at, self.answer)
            if self.tally.is_over:
                self.transport.close()
            else:
                self.ask()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.gone.done():
            self.gone.set_result(None)


def is_whole(answer: bytes) -> bool:
    head, blank, body = answer.partition(b"\r\n\r\n")
    if not blank:
        return False
    if length := LENGTH.search(head + b"\r\n"):
        return len(body) >= int(length[1])
    return body.endswith(b"0\r\n\r\n")


async def visit(port: int, request: bytes, tally: Tally, tls: ssl.SSLContext | None) -> None:
    loop, name = asyncio.get_running_loop(), HOST if tls else None
    while not tally.is_over:
        _, visitor = await loop.create_connection(
            lambda: Visitor(request, tally), "127.0.0.1", port, ssl=tls, server_hostname=name
        )
        await visitor.gone


async def run(port: int, path: str, seconds: float, is_tls: bool) -> dict[str, float]:
    request = REQUEST.format(path=path, host=HOST).encode()
    tls = ssl.create_default_context() if is_tls else None
    if tls:
        tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
    tally = Tally(seconds)
    await asyncio.gather(*(visit(port, request, tally, tls) for _ in range(CONNECTIONS)))
    return tally.told()


if __name__ == "__main__":
    port, path, seconds, *tls = sys.argv[1:]
    sys.stdout.write(json.dumps(asyncio.run(run(int(port), path, float(seconds), bool(tls)))))
