"""What is published or withdrawn is so in every process within about a second."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from tests.factories import make_person, make_review
from tests.factories.processes import surroundings
from tests.security.production import Site, environment, running, serving
from tscb.common.publishing.actions import withdraw

pytestmark = pytest.mark.django_db(transaction=True)
PROMISED = 1.0  # second
MARGIN = 0.5  # for the asking itself, on a busy machine
TRIES = 5  # of which the best counts
SOON = 20  # seconds


@pytest.fixture(scope="module")
def sites(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Site]]:
    """Two, on one database."""
    folder = tmp_path_factory.mktemp("production")
    more = {"DATABASE_URL": surroundings()["DATABASE_URL"]}
    with running(folder, **more) as one, serving(folder, environment(folder) | more) as other:
        yield [one, other]


def seconds_until(sites: list[Site], holds: Callable[[Site], bool]) -> float:
    began = time.monotonic()
    while not all(holds(site) for site in sites):
        assert time.monotonic() - began < SOON, "It does not come."
    return time.monotonic() - began


def shows(path: str, words: str, site: Site) -> bool:
    return words in site.get(path).text


def test_what_was_changed_and_withdrawn_is_so_everywhere(sites: list[Site]) -> None:
    review = make_review(title="Title 0")
    path = review.get_absolute_url()
    took = [seconds_until(sites, partial(shows, path, "Title 0"))]
    for number in range(1, TRIES + 1):
        type(review).objects.update(title=f"Title {number}")
        took.append(seconds_until(sites, partial(shows, path, f"Title {number}")))
        if min(took[1:]) < PROMISED + MARGIN:
            break
    assert min(took[1:]) < PROMISED + MARGIN
    withdraw(item=review, by=make_person())
    gone = seconds_until(sites, lambda site: site.get(path).status == 404)
    assert gone < SOON
    assert [site.get(path).status for site in sites] == [404, 404]
