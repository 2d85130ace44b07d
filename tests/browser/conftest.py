"""One browser for all journeys; each test has its own window, closed after it."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a window: `window(width=320)`, `window(scripts=False)`."""
    contexts: list[BrowserContext] = []

    def open_window(width: int = 1280, height: int = 900, scripts: bool = True) -> Page:
        size = ViewportSize(width=width, height=height)
        contexts.append(browser.new_context(viewport=size, java_script_enabled=scripts))
        return contexts[-1].new_page()

    yield open_window
    for context in contexts:
        context.close()
