"""The front of the site with its own watch, which looks whenever somebody asks."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import brotli

from tscb.common.content_version.watching import Known, Watch
from tscb.common.kept_pages.front import Front


class Looking:
    """In place of the thread: nothing is older than the request. `blind` is one that cannot."""

    def __init__(self) -> None:
        self.watch = Watch()
        self.blind = False

    def start(self) -> None:
        if not self.blind:
            self.watch.look()

    def known(self) -> Known:
        return self.watch.known


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        packed = self.headers.get("Content-Encoding") == "br"
        return (brotli.decompress(self.body) if packed else self.body).decode()


@dataclass
class Door:
    """Asks as a server that speaks WSGI does. `rendered` counts what Django was asked for."""

    looking: Looking = field(default_factory=Looking)
    rendered: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.front = Front(self.looking)
        handler: Any = vars(self.front)  # Django has the chain; its types do not
        inner = handler["_middleware_chain"]

        def counted(request: Any) -> Any:
            self.rendered.append(request.get_full_path())
            return inner(request)

        handler["_middleware_chain"] = counted

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, **headers)

    def ask(self, method: str, path: str, **headers: str) -> Answer:
        begun: dict[str, Any] = {}

        def start(status: str, given: list[tuple[str, str]], *_: Any) -> None:
            begun.update(status=int(status.split()[0]), headers=dict(given))

        body = self.front(environ(method, path, **headers), start)
        content = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        return Answer(begun["status"], begun["headers"], content)


def environ(method: str, path: str, **headers: str) -> dict[str, Any]:
    path, _, query = path.partition("?")
    asked = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "192.0.2.1",
        "HTTP_HOST": "testserver",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": None,
    }
    return asked | headers
