"""The number is always there, and nothing private is kept: nginx, as docs/nginx says, before a site
that answers, hangs, and is killed.
"""

import signal
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import make_person, sign_in
from tests.factories.processes import surroundings
from tests.factories.referrals import start
from tests.security.production import HOST, Answer, Site, collect, end, environment, serving
from tests.security.proxy import Proxy, proxying
from tscb.board import copies
from tscb.board.roles import Role
from tscb.board.site_facts import default_facts
from tscb.common import logs

WORRIED = "/worried-about-a-child/"
NUMBERS = ("tel:999", "tel:01613424101", "tel:01613422222")
SAID_BY_THE_SITE = (
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "X-Frame-Options",
)
COPY = "no-store"  # as its Cache-Control says: a copy is nobody's last word


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any
) -> Iterator[tuple[Site, Proxy]]:
    """The site on the tests' database, and the proxy in front of it."""
    data = tmp_path_factory.mktemp("production")
    with django_db_blocker.unblock():
        known = environment(data) | {"DATABASE_URL": surroundings()["DATABASE_URL"]}
    known["SECRET_KEY"] = settings.SECRET_KEY  # so that it knows who is signed in here
    collect(data, known)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "DATA_DIR", data)
        copies.write(default_facts())
    with serving(data, known) as site, proxying(data / "proxy", data, site.port) as proxy:
        yield site, proxy


@pytest.fixture
def proxy(both: tuple[Site, Proxy]) -> Proxy:
    return both[1]


def names_the_numbers(answer: Answer) -> bool:
    return all(number in answer.text for number in NUMBERS)


def said(answer: Answer) -> dict[str, set[str]]:
    """Its protecting headers; the order of a policy's parts is nobody's."""
    return {name: set(answer.headers[name].split("; ")) for name in SAID_BY_THE_SITE}


@pytest.mark.django_db(transaction=True)
def test_only_public_pages_are_kept(proxy: Proxy) -> None:
    person = make_person(Role.PANEL_MEMBER, Role.EDITOR)
    client = sign_in(Client(), person)
    start(client)
    cookies = "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())
    private = ("/panel/", "/refer/", "/staff/", "/admin/", "/nowhere/", "/health/live")
    seen = {path: proxy.ask(path, Cookie=cookies).status for path in ("/", WORRIED, *private)}
    assert seen["/panel/"] == seen["/admin/"] == 200
    assert proxy.kept() == {"/", WORRIED}


def test_nothing_is_kept_of_who_says_who_they_are(proxy: Proxy) -> None:
    proxy.ask("/robots.txt", Authorization="Basic bm9ib2R5Om5vdGhpbmc=")
    assert "/robots.txt" not in proxy.kept()


def test_what_is_kept_is_what_the_site_said(both: tuple[Site, Proxy]) -> None:
    site, proxy = both
    own, first, again = site.get(WORRIED), proxy.ask(WORRIED), proxy.ask(WORRIED)
    assert said(first) == said(again) == said(own)
    assert "Set-Cookie" not in again.headers
    assert "public" in again.headers["Cache-Control"]


def test_plain_http_is_sent_to_https_and_other_hosts_nowhere(proxy: Proxy) -> None:
    sent = proxy.ask_plainly("/briefings/?q=a")
    assert (sent.status, sent.headers["Location"]) == (301, f"https://{HOST}/briefings/?q=a")
    with pytest.raises(ConnectionError):
        proxy.ask_plainly("/", host="elsewhere.example")


def test_own_files_come_without_the_site_and_may_be_kept_for_ever(proxy: Proxy) -> None:
    name = proxy.ask(WORRIED).text.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = proxy.ask(name, "GET", None, **{"Accept-Encoding": "identity"})
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/css"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_request_that_is_too_large_is_told_so(proxy: Proxy) -> None:
    answer = proxy.ask("/refer/", "POST", b"a" * 3_200_000)
    assert answer.status == 413
    assert "That is too large to send" in answer.text
    assert names_the_numbers(answer)


def test_no_copy_is_an_address(proxy: Proxy) -> None:
    assert proxy.ask("/unavailable.html").status == 404


def test_log_holds_nothing_that_was_looked_for_and_no_link(proxy: Proxy) -> None:
    proxy.ask("/agreement/plantedmarker/?q=plantedmarker")
    assert "/agreement/... " in proxy.log()
    assert "plantedmarker" not in proxy.log()


def test_both_kinds_of_log_know_the_same_links() -> None:
    known = logs.SECRET.pattern.removeprefix("(").removesuffix(r")[^/\s?]+").replace("(?:", "(")
    conf = (settings.BASE_DIR / "docs/nginx/tscb.conf").read_text()
    assert f"~^(?<tscb_opens>{known})" in conf


def test_site_that_hangs(both: tuple[Site, Proxy]) -> None:
    site, proxy = both
    site.signal(signal.SIGSTOP)
    try:
        answer = proxy.ask(f"{WORRIED}?hangs")
    finally:
        site.signal(signal.SIGCONT)
    assert (answer.status, answer.headers["Cache-Control"]) == (200, COPY)
    assert names_the_numbers(answer)


def test_site_that_is_gone_and_comes_back(both: tuple[Site, Proxy]) -> None:
    (site, proxy), data = both, both[0].log.parent
    own = site.get(WORRIED)
    end(site.server)
    for path, method, status in (
        (f"{WORRIED}?gone", "GET", 200),
        ("/case-reviews/?gone", "GET", 503),
        ("/refer/", "POST", 503),
    ):
        answer = proxy.ask(path, method, b"" if method == "POST" else None)
        assert (answer.status, answer.headers["Cache-Control"]) == (status, COPY)
        assert names_the_numbers(answer)
        assert said(answer) == said(own)
    with serving(data, environment(data), site.port):
        assert "public" in proxy.ask(f"{WORRIED}?back").headers["Cache-Control"]
