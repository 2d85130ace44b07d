"""Public pages are rendered once for each version of the content, and are right at every minute."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from tests.factories import make_briefing, make_person, make_review
from tests.factories.kept_pages import Door
from tests.integration.public.conftest import A_TUESDAY
from tests.unit.board.nowhere import database_nowhere
from tscb.board.models import BoardSettings
from tscb.common.kept_pages import front
from tscb.common.publishing.actions import withdraw

pytestmark = pytest.mark.django_db(transaction=True)
CLOSES = "until 5pm"
WORRIED = "/worried-about-a-child/"
COMMENT = re.compile(r"<!--/?now[:a-z]*-->|\s")


@contextmanager
def without_database(door: Door) -> Iterator[None]:
    door.looking.watch._line.close()
    with database_nowhere():
        yield


def in_threads(number: int, work: Any) -> list[threading.Thread]:
    def working() -> None:
        try:
            work()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=working) for _ in range(number)]
    for thread in threads:
        thread.start()
    return threads


def addresses() -> list[str]:
    items = make_review(), make_briefing()
    own = [item.get_absolute_url() for item in items]
    lists = [
        "/case-reviews/",
        "/case-reviews/?q=sharing",
        "/briefings/",
        "/themes/",
        "/sitemap.xml",
    ]
    return ["/", WORRIED, "/learning-reviews/", "/robots.txt", *lists, *own]


def test_pages_are_rendered_once_and_say_what_django_says(door, at):
    for address in addresses():
        first, again = door.get(address), door.get(address)
        django = Client().get(address)
        assert (first.status, first.body) == (200, again.body), address
        assert COMMENT.sub("", first.text) == COMMENT.sub("", django.content.decode()), address
        assert "<!--" not in first.text
        same = {"ETag", "Cache-Control", "Content-Length", "Vary", "Content-Security-Policy"}
        for name in django.headers.keys() - same:
            assert first.headers[name] == django.headers[name], (address, name)
        assert door.rendered.count(address) == 1


def test_change_is_shown_at_once_and_what_is_withdrawn_is_gone(door):
    review = make_review(title="First title")
    address = review.get_absolute_url()
    assert "First title" in door.get(address).text
    type(review).objects.update(title="Second title")
    assert "Second title" in door.get(address).text
    withdraw(item=review, by=make_person())
    assert [door.get(address).status for _ in range(2)] == [404, 404]
    with without_database(door):
        assert door.get(address).status != 200


def test_scheduled_page_is_there_when_its_time_has_come(door, at):
    at(16)
    review = make_review(published_at=A_TUESDAY.replace(hour=17))
    address = review.get_absolute_url()
    assert door.get(address).status == 404
    assert review.title not in door.get("/case-reviews/").text
    at(17, 1)
    assert door.get(address).status == 200
    assert review.title in door.get("/case-reviews/").text


def test_next_day_is_rendered_anew(door, monkeypatch):
    door.get("/")
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    door.get("/")
    assert door.rendered == ["/", "/"]


def test_banner_follows_the_clock_without_the_database(door, at):
    pages = ["/", "/case-reviews/"]
    for page in pages:
        assert CLOSES in door.get(page).text
    rendered = len(door.rendered)
    with without_database(door):
        at(23)
        for page in pages:
            answer = door.get(page)
            assert answer.status == 200
            assert "0161 342 2222" in answer.text
            assert CLOSES not in answer.text
        assert len(door.rendered) == rendered


def test_page_about_the_minute_is_rendered_anew_without_the_database(door, at):
    at(16)
    by_day = door.get(WORRIED)
    with without_database(door):
        at(23)
        by_night, again = door.get(WORRIED), door.get(WORRIED)
    assert by_night.status == again.status == 200
    assert by_day.headers["ETag"] != by_night.headers["ETag"] == again.headers["ETag"]
    assert door.rendered == [WORRIED, WORRIED]


def test_without_the_database_only_what_was_visited_since_the_last_change_is_shown(door):
    visited, other = make_review().get_absolute_url(), make_review().get_absolute_url()
    door.get(other)
    BoardSettings.objects.update(board_name="New Name")
    assert "New Name" in door.get(visited).text
    with without_database(door):
        assert door.get(visited).status == 200
        lost = door.get(other)
        assert lost.status in {500, 503}
        assert "tel:999" in lost.text
    assert door.get(other).status == 200


def test_nothing_is_kept_before_the_version_is_known(door):
    door.looking.blind = True
    assert door.get("/").status == door.get("/").status == 200
    assert door.rendered == ["/", "/"]


def test_watch_that_fell_silent_leaves_all_to_django(door, monkeypatch):
    door.get("/")
    door.looking.blind = True
    monkeypatch.setattr("tscb.common.content_version.watching.FRESH_FOR", 0)
    door.get("/")
    assert door.rendered == ["/", "/"]


def test_many_who_ask_at_once_get_one_rendering(door):
    door.looking.start()
    door.looking.blind = True
    go, statuses = threading.Event(), []
    inner = door.front._middleware_chain

    def held(request: Any) -> Any:
        go.wait(30)
        return inner(request)

    door.front._middleware_chain = held
    threads = in_threads(20, lambda: statuses.append(door.get("/").status))
    go.set()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 20
    assert door.rendered == ["/"]


@pytest.mark.parametrize(("still_shown", "first_words"), [(60, "Old"), (0, "New")])
def test_page_from_before_a_change_is_shown_for_a_moment_alone(
    door, monkeypatch, still_shown, first_words
):
    monkeypatch.setattr(front, "STILL_SHOWN", still_shown)
    review = make_review(title="Old title")
    address = review.get_absolute_url()
    door.get(address)
    type(review).objects.update(title="New title")
    door.looking.start()
    door.looking.blind = True
    inner, begun, go = door.front._middleware_chain, threading.Event(), threading.Event()

    def held(request: Any) -> Any:
        begun.set()
        go.wait(30)
        return inner(request)

    door.front._middleware_chain = held
    (renders,) = in_threads(1, lambda: door.get(address))
    begun.wait(30)
    if not still_shown:
        go.set()
    assert f"{first_words} title" in door.get(address).text
    go.set()
    renders.join()
    assert "New title" in door.get(address).text
