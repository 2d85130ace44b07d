"""Many people who read pages, all at once, and write down what they got and how long it took."""

import asyncio
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

PATIENCE = 10.0  # seconds until somebody gives up; an answer after that has failed
PAUSE = (1.0, 3.0)
MOVED_ON = 302  # a form was taken
NUMBERS = (b"tel:999", b"tel:01613424101", b"tel:01613422222")


@dataclass(frozen=True)
class Asked:
    """What somebody asks for, again and again. `name` is for the table."""

    name: str
    path: str
    good: frozenset[int]
    method: str = "GET"
    headers: str = ""
    body: str = ""
    names_all: bool = False  # every number; others name the emergency number and that of the hour

    def request(self) -> bytes:
        lines = [f"{self.method} {self.path} HTTP/1.1", "Host: www.example.org"]
        lines += ["X-Forwarded-Proto: https", "X-Forwarded-For: 192.0.2.1", "Connection: close"]
        if self.body:
            lines += ["Content-Type: application/x-www-form-urlencoded"]
            lines += ["Origin: https://www.example.org", f"Content-Length: {len(self.body)}"]
        return "\r\n".join([*lines, *filter(None, [self.headers]), "", self.body]).encode()


@dataclass(frozen=True)
class Seen:
    phase: str
    name: str
    status: int  # 0 where no answer came
    is_good: bool
    milliseconds: float


@dataclass
class Readers:
    port: int
    asking: list[Asked]
    phase: str = "calm"
    seen: list[Seen] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def reading(self) -> Iterator[None]:
        thread = threading.Thread(target=lambda: asyncio.run(self._all()))
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join()

    async def _all(self) -> None:
        await asyncio.gather(*(self._one(asked) for asked in self.asking))

    async def _one(self, asked: Asked) -> None:
        await asyncio.sleep(random.uniform(0, PAUSE[1]))
        while not self._over.is_set():
            self.seen.append(await self._once(asked))
            await asyncio.sleep(random.uniform(*PAUSE))

    async def _once(self, asked: Asked) -> Seen:
        phase, began = self.phase, time.perf_counter()
        try:
            answer = await asyncio.wait_for(self._answer(asked), PATIENCE)
        except (OSError, TimeoutError):
            answer = b""
        took = (time.perf_counter() - began) * 1000
        status = int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/") else 0
        return Seen(phase, asked.name, status, is_good(asked, status, answer), took)

    async def _answer(self, asked: Asked) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(asked.request())
            return await reader.read(-1)
        finally:
            writer.close()


def is_good(asked: Asked, status: int, answer: bytes) -> bool:
    """An answer that was broken off in the middle is none; a page without the numbers neither."""
    whole = answer.rstrip().endswith(b"</html>") or b"</html>" not in answer
    numbers = NUMBERS if asked.names_all else NUMBERS[:1]
    named = status == MOVED_ON or all(number in answer for number in numbers)
    return status in asked.good and whole and named
