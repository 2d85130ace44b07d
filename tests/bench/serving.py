"""Six pages under load, first rendered for each visitor and kept, beside the yardsticks of the same
minute. Only what was measured in one run may be compared: ratios come first."""

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from briefings.models import Briefing
from reviews.models import CaseReview
from tests.bench.content import COMMONEST, RARE
from tests.bench.processor import children_of, database_server, seconds_of
from tests.bench.servers import YARDSTICKS, Server, serving, yardstick
from tests.factories.processes import surroundings
from tests.security.production import ROOT, collect, environment
from tests.security.proxy import proxying

SECONDS = 1.5
NOTHING_KEPT = {"KEPT_PAGES": "0"}
FILE = "page.html"
HEAD = (
    "                       first rendering                         kept\n"
    "                       ×cpu   req/s     p99     cpu      db   ×req/s   req/s     p99     cpu"
    "      db   bytes"
)


@dataclass(frozen=True)
class Measured:
    """Of one request: milliseconds of the server's processor and of the database's; 99 of 100 were
    answered within `p99` milliseconds; `bytes` on the wire, packed, with its headers."""

    a_second: float
    p99: float
    server: float
    database: float
    bytes: int
    wrong: int

    @property
    def processor(self) -> float:
        return self.server + self.database


def measure(server: "Server | Nginx", path: str, *, tls: bool = False) -> Measured:
    """After a warm-up, in which a page that can be kept is kept by every worker."""
    _load(server.port, path, SECONDS / 3, tls)
    postmaster = database_server()
    databases = children_of(postmaster) if postmaster else []
    before = seconds_of(server.processes), seconds_of(databases)
    told = _load(server.port, path, SECONDS, tls)
    after = seconds_of(server.processes), seconds_of(children_of(postmaster) if postmaster else [])
    each = 1000 / max(1, told["requests"])
    return Measured(
        told["requests"] / told["seconds"], told["p99"],
        (after[0] - before[0]) * each, max(0.0, after[1] - before[1]) * each,
        int(told["bytes"]), int(told["wrong"]),
    )  # fmt: skip


def _load(port: int, path: str, seconds: float, tls: bool) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.load", str(port), path, str(seconds)]
    done = subprocess.run(
        [*command, *(["tls"] if tls else [])], cwd=ROOT, capture_output=True, check=True
    )
    return json.loads(done.stdout)


def pages() -> dict[str, str]:
    review = CaseReview.objects.published().newest_first()[10]
    briefing = Briefing.objects.published().newest_first().first()
    assert briefing
    return {
        "home": "/",
        "list": "/case-reviews/",
        "search, rare word": f"/case-reviews/?q={RARE}",
        "search, common word": f"/case-reviews/?q={COMMONEST}",
        "review": review.get_absolute_url(),
        "briefing": briefing.get_absolute_url(),
        "worried page": "/worried-about-a-child/",
    }


@dataclass(frozen=True)
class Nginx:
    port: int
    processes: list[int]


class Bench:
    """One folder with collected files for all servers of a run."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.files = folder, folder / "files"
        self.known = environment(folder) | {"DATABASE_URL": surroundings()["DATABASE_URL"]}
        collect(folder, self.known)
        self.files.mkdir()

    def lines(self) -> Iterator[str]:
        asked = pages()
        first, kept = self._site(asked, **NOTHING_KEPT), self._site(asked)
        bare = self._yardstick("/bare/", BARE="1")
        rows, file = self._yardstick("/rows/"), self._yardstick(f"/{FILE}")
        for name, measured in (
            ("bare view", bare), ("ordinary page", rows), ("the list as a file", file)
        ):  # fmt: skip
            yield f"  {name:<21}{figures(measured)}{measured.bytes:>8}"
        yield HEAD
        for name in asked:
            yield line(name, first[name], kept[name], rows, file)
        yield from self._behind_nginx(asked["list"])

    def _behind_nginx(self, path: str) -> Iterator[str]:
        """As docs/nginx says, over TLS: the list, which it keeps, and the same page as a file."""
        if not shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin:/usr/bin"):
            yield "  behind nginx: not measured, there is none"
            return
        for name in (FILE, f"{FILE}.gz"):
            shutil.copy(self.files / name, self.folder / "static" / name)
        with (
            TemporaryDirectory() as folder,
            serving("tscb.wsgi", self.folder, self.known) as site,
            proxying(Path(folder) / "nginx", self.folder, site.port) as proxy,
        ):
            nginx = Nginx(proxy.port, children_of(proxy.server.pid))
            file, page = (measure(nginx, at, tls=True) for at in (f"/static/{FILE}", path))
        for name, it in (("nginx, file", file), ("nginx, kept list", page)):
            yield f"  {name:<21}{figures(it)}{it.bytes:>8}   × {it.a_second / file.a_second:.2f}"

    def _site(self, asked: dict[str, str], **more: str) -> dict[str, Measured]:
        with serving("tscb.wsgi", self.folder, self.known | more) as site:
            (self.files / FILE).write_text(site.ask(asked["list"]).text)
            pack(self.files / FILE)
            return {name: measure(site, path) for name, path in asked.items()}

    def _yardstick(self, path: str, **more: str) -> Measured:
        known = yardstick(self.known, FILES=str(self.files), **more)
        with serving(YARDSTICKS, self.folder, known) as server:
            return measure(server, path)


def pack(file: Path) -> None:
    """As WhiteNoise has its files packed beside them."""
    file.with_suffix(".html.gz").write_bytes(gzip.compress(file.read_bytes()))


def figures(it: Measured) -> str:
    wrong = f" {it.wrong} WRONG" if it.wrong else ""
    return f"{it.a_second:>8.0f}{it.p99:>8.1f}{it.server:>8.2f}{it.database:>8.2f}{wrong}"


def line(name: str, first: Measured, kept: Measured, rows: Measured, file: Measured) -> str:
    """Ratios first: how many ordinary pages the first rendering takes, and how many requests a kept
    page answers for each that the file does."""
    first_ratio = first.processor / rows.processor if rows.processor else 0
    return (
        f"  {name:<21}{first_ratio:>5.1f}{figures(first)}"
        f"{kept.a_second / file.a_second:>8.2f}{figures(kept)}{kept.bytes:>8}"
    )
