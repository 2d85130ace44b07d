"""One browser for all journeys; each test has its own windows, closed after it. A window reaches
the site under test alone, and a test fails when a page broke something that nobody saw.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser.accessibility import DESK
from tests.factories import make_person, sign_in
from tscb.board.roles import Role

# No name but this machine's leads anywhere. (Asking about each request in turn would do the same,
# but a browser that is asked keeps no file, and fetches every style sheet again for every page.)
HERE_ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", HERE_ALONE]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
expect.set_options(timeout=15_000)  # a busy machine may take longer than the usual five seconds
HERE = ("http://localhost:", "http://127.0.0.1:", "data:")
# Chromium says so in the console for a page with any error status, as a form with errors may have.
STATUS = "Failed to load resource: the server responded with a status of"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def nothing_kept(settings: Any) -> None:
    """A kept page is right within a second of a change: these journeys look at once. Kept pages
    have tests of their own, with a browser's patience."""
    settings.KEPT_PAGES = False


class Watcher:
    """Notes what no visitor should meet: scripts that fail, refusals of the content policy, missing
    files, and anything asked for elsewhere."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        context.on("request", self._asked)
        context.on("weberror", lambda error: self.seen.append(f"script: {error.error}"))
        context.on("console", self._told)
        context.on("response", self._got)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(HERE):
            self.seen.append(f"elsewhere: {request.url}")

    def _told(self, message: ConsoleMessage) -> None:
        # axe tries a style of its own on some pages, and the policy refuses it: it has no address.
        from_a_page = bool(message.location.get("url"))
        if message.type == "error" and from_a_page and not message.text.startswith(STATUS):
            self.seen.append(f"console: {message.text}")

    def _got(self, response: Response) -> None:
        if response.request.resource_type != "document" and response.status >= 400:
            self.seen.append(f"{response.status}: {response.url}")


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a window: `window(width=320)`, `window(scripts=False)`."""
    contexts: list[BrowserContext] = []
    watcher = Watcher()

    def open_window(width: int = 1280, height: int = 900, scripts: bool = True) -> Page:
        size = ViewportSize(width=width, height=height)
        contexts.append(browser.new_context(viewport=size, java_script_enabled=scripts))
        watcher.watch(contexts[-1])
        return contexts[-1].new_page()

    yield open_window
    for context in contexts:
        context.close()
    assert watcher.seen == []


@pytest.fixture
def signed_in(window: Callable[..., Page], live_server: Any) -> Callable[..., Page]:
    """Opens a window in which somebody with these roles is signed in already, else an editor."""

    def opened(width: int = DESK, *roles: Role) -> Page:
        page = window(width=width)
        client = sign_in(Client(), make_person(*(roles or (Role.EDITOR,))))
        key = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
        return page

    return opened
