"""A person's browser: cookies, the token of its forms, and pressing again when no answer came."""

import http.client
import random
import re
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode

PATIENCE = 20  # seconds until a person thinks that nothing will come
PAUSE = (0.05, 0.5)
BROKEN = (OSError, http.client.HTTPException)
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
FORM = "application/x-www-form-urlencoded"
Asked = tuple[str, str, dict[str, str]]  # method, path, what is posted


class NotTaken(Exception):
    """An answer that no pressing again would change."""


@dataclass
class Tally:
    """What one person did, for the figures at the end."""

    presses: int = 0
    retries: int = 0
    doubles: int = 0


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    text: str


@dataclass
class Browser:
    port: int
    address: str  # the visitor's, as a proxy in front would tell it
    deadline: float
    tally: Tally = field(default_factory=Tally)
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def look(self, path: str) -> Answer:
        """Reads a page and keeps the token of its forms."""
        answer = self._until_answered(("GET", path, {}))
        found = TOKEN.search(answer.text)
        self.token = found[1] if found else self.token
        return answer

    def press(self, path: str, data: dict[str, str], *, twice: bool = False) -> Answer:
        """Sends a form, `twice` for a double click: the browser shows the later answer."""
        asked = ("POST", path, data | {"csrfmiddlewaretoken": self.token})
        if twice:
            self._send_and_leave(asked)
        return self._until_answered(asked)

    def _until_answered(self, asked: Asked) -> Answer:
        while time.monotonic() < self.deadline:
            self.tally.presses += 1
            answer = self._try(asked)
            if answer and answer.status < 500:
                return self._taken(asked, answer)
            self.tally.retries += 1
            time.sleep(random.uniform(*PAUSE))
        raise NotTaken(f"no answer in time: {asked[1]}")

    @staticmethod
    def _taken(asked: Asked, answer: Answer) -> Answer:
        if answer.status >= 400:
            raise NotTaken(f"{answer.status} for {asked[0]} {asked[1]}")
        return answer

    def _send_and_leave(self, asked: Asked) -> None:
        """The first of two clicks: its answer is never looked at."""
        self.tally.doubles += 1
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            self._send(connection, asked)
        except BROKEN:
            return
        finally:
            connection.close()

    def _try(self, asked: Asked) -> Answer | None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            self._send(connection, asked)
            return self._read(connection)
        except BROKEN:
            return None
        finally:
            connection.close()

    def _send(self, connection: http.client.HTTPConnection, asked: Asked) -> None:
        method, path, data = asked
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-Forwarded-For": self.address,
        }
        if method == "POST":
            headers["Content-Type"] = FORM
        connection.request(method, path, urlencode(data, doseq=True) or None, headers)

    def _read(self, connection: http.client.HTTPConnection) -> Answer:
        got = connection.getresponse()
        text = got.read().decode()
        for line in got.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
        return Answer(got.status, got.headers.get("Location", ""), text)
