"""The number is always there: the real site while its database hangs, refuses, and comes back."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings

from tests.factories.relay import Relay, State, relaying
from tests.security.production import Site, running

WORRIED, NOWHERE, NEEDS_IT = "/worried-about-a-child/", "/nowhere/at/all/", "/case-reviews/?q=%s"
# So that the tests' database is there; the site reads it from outside.
pytestmark = pytest.mark.django_db
TOKEN = "csrfmiddlewaretoken"
PROMISED = 0.1  # seconds
TRIES = 5  # of which the best counts: others are at work on this machine, too
SOON = 20  # seconds, on a busy machine; a second on one that is not
FAILING = [State.HANGS, State.REFUSES]


@pytest.fixture(scope="module")
def relay(django_db_setup: None) -> Iterator[Relay]:
    with relaying() as relay:
        yield relay


@pytest.fixture(scope="module")
def site(relay: Relay, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("production")
    with running(folder, DATABASE_URL=relay.address, SECRET_KEY=settings.SECRET_KEY) as site:
        yield site


@pytest.fixture(autouse=True)
def passes_again(relay: Relay, site: Site) -> Iterator[None]:
    yield
    relay.be(State.PASSES)
    becomes(site, 200)


def seconds(site: Site, path: str, status: int) -> float:
    began = time.perf_counter()
    assert site.get(path).status == status
    return time.perf_counter() - began


def at_best(site: Site, path: str, status: int) -> float:
    return min(seconds(site, path, status) for _ in range(TRIES))


def becomes(site: Site, status: int, path: str = "/health/ready") -> None:
    until = time.monotonic() + SOON
    while site.get(path).status != status:
        assert time.monotonic() < until, f"{path} does not become {status}"
        time.sleep(0.05)


@pytest.mark.parametrize("state", FAILING)
def test_number_banner_and_error_pages_answer_at_once(
    site: Site, relay: Relay, state: State
) -> None:
    relay.be(state)
    assert at_best(site, WORRIED, 200) < PROMISED
    becomes(site, 503)
    assert at_best(site, WORRIED, 200) < PROMISED
    assert at_best(site, NOWHERE, 404) < PROMISED
    assert at_best(site, NEEDS_IT % "known", 503) < PROMISED
    assert at_best(site, "/health/ready", 503) < PROMISED
    answer = site.get(WORRIED)
    assert "tel:999" in answer.text
    assert "tel:01613424101" in answer.text


def test_threads_that_wait_leave_one_for_the_number(site: Site, relay: Relay) -> None:
    relay.be(State.HANGS)
    with ThreadPoolExecutor(8) as visitors:
        waiting = [visitors.submit(site.get, NEEDS_IT % number) for number in range(8)]
        fastest = at_best(site, WORRIED, 200)
        statuses = [one.result().status for one in waiting]
    assert fastest < PROMISED
    assert statuses == [503] * 8


@pytest.mark.parametrize("state", FAILING)
def test_nothing_sent_is_met_with_silence(site: Site, relay: Relay, state: State) -> None:
    page = site.get("/refer/return/")
    sent = {
        TOKEN: page.text.split(f'name="{TOKEN}" value="')[1].split('"')[0],
        "code": "typed here",
    }
    cookie = page.headers["Set-Cookie"].split(";")[0]
    relay.be(state)
    answer = site.post("/refer/return/", sent, Cookie=cookie)
    assert answer.status == 503
    assert "may not have been saved" in answer.text
    assert "typed here" in answer.text
    assert 'action="/refer/return/"' in answer.text
    assert "no-store" in answer.headers["Cache-Control"]
