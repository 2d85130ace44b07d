"""Many people at once, and somebody who kills the server's workers under them."""

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from tests.soak.browser import Browser, NotTaken, Tally
from tests.soak.referring import (
    Way,
    question_to_mark,
    refer,
    the_shortest_way,
    the_whole_way,
)
from tests.soak.server import Server

Say = Callable[[str], object]
WHOLE_WAY_FOR = 10  # one in so many answers every page; the others only what is needed


@dataclass
class Outcome:
    """`receipts`: the reference that each person read at the end, by their referral's number."""

    receipts: dict[int, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    kills: int = 0
    seconds: float = 0


@dataclass
class Soak:
    server: Server
    submissions: int
    clients: int
    presses_between_kills: int
    seconds: float  # after which it is over, whatever is left
    say: Say
    outcome: Outcome = field(default_factory=Outcome)
    tallies: list[Tally] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def run(self) -> Outcome:
        started = time.monotonic()
        ways, marked = (the_shortest_way(), the_whole_way()), question_to_mark()
        killer = threading.Thread(target=self.kill_now_and_then)
        killer.start()
        with ThreadPoolExecutor(self.clients) as people:
            for number in range(1, self.submissions + 1):
                way = ways[number % WHOLE_WAY_FOR == 0]
                people.submit(self.one, number, way, marked, started + self.seconds)
        self.over.set()
        killer.join()
        return self.summed_up(started)

    def one(self, number: int, way: Way, marked: str, deadline: float) -> None:
        """Each referral comes from an address of its own, so that no throttle stands in the way."""
        address = f"10.{number // 65_536}.{number // 256 % 256}.{number % 256}"
        browser = Browser(self.server.port, address, deadline)
        self.tallies.append(browser.tally)
        try:
            self.outcome.receipts[number] = refer(browser, way, marked, number)
        except NotTaken as reason:
            self.outcome.problems.append(f"referral {number}: {reason}")
        self.tell()

    def tell(self) -> None:
        done = len(self.outcome.receipts)
        if done and done % max(1, self.submissions // 10) == 0:
            self.say(f"{done} receipts, {self.server.kills} workers killed")

    def presses(self) -> int:
        return sum(tally.presses for tally in list(self.tallies))

    def kill_now_and_then(self) -> None:
        until = self.next_kill(0)
        while not self.over.wait(0.005):
            if self.presses() >= until:
                self.server.kill_one()
                until = self.next_kill(until)

    def next_kill(self, after: int) -> int:
        return after + random.randint(1, 2 * self.presses_between_kills)

    def summed_up(self, started: float) -> Outcome:
        for tally in self.tallies:
            self.outcome.tally.presses += tally.presses
            self.outcome.tally.retries += tally.retries
            self.outcome.tally.doubles += tally.doubles
        self.outcome.kills = self.server.kills
        self.outcome.seconds = time.monotonic() - started
        return self.outcome
