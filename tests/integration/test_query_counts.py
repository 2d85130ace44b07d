"""Pages ask the database as often for fifty rows as for one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localtime

from reviews.models import LearningPoint, Recommendation
from tests.factories import (
    make_briefing,
    make_document,
    make_event,
    make_review,
    make_scenario,
    make_theme,
)
from tests.factories.admin import admin_address
from tests.factories.editions import edition_about, make_section
from tests.factories.reviews import make_agency, make_harm
from tscb.board import site

pytestmark = pytest.mark.django_db
MANY = 50
FACTS = 7  # what every page knows of the board, at most once a second


def asked(client, address: str) -> int:
    """How often a first visit asks."""
    site.forget()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(address)
    assert response.status_code == 200, address
    return len(queries)


def add_one_of_all(item: Any, number: int) -> None:
    """One more of everything that a page of a review or a briefing shows."""
    theme = make_theme(f"Theme {number}")
    item.themes.add(theme)
    make_document(item)
    if hasattr(item, "learning_points"):
        LearningPoint.objects.create(review=item, text="Ask.")
        Recommendation.objects.create(review=item, text="Meet.")
        item.agencies.add(make_agency(f"Agency {number}"))
        item.harms.add(make_harm(f"Harm {number}"))
        item.briefings.add(make_briefing())
    else:
        item.questions.create(text="Who?")
        item.resources.create(title="A course", link="https://example.org/")
        item.agencies.add(make_agency(f"Agency {number}"))
        make_briefing().themes.add(theme)
        item.reviews.add(make_review())


@pytest.mark.parametrize(
    ("address", "make", "queries"),
    [
        ("/", make_review, FACTS + 5),
        ("/", make_briefing, FACTS + 5),
        ("/", make_event, FACTS + 5),
        ("/case-reviews/", make_review, FACTS + 2),
        ("/case-reviews/?q=information&type=serious-case-review", make_review, FACTS + 2),
        ("/briefings/", make_briefing, FACTS + 3),
        ("/briefings/?q=men&kind=case&theme=neglect", make_briefing, FACTS + 3),
        ("/learning-events/", make_event, FACTS + 4),
        ("/learning-events/?kind=practice-update", make_event, FACTS + 4),
        ("/e-bulletin/", edition_about, FACTS + 3),
        ("/sitemap.xml", make_review, FACTS + 7),
    ],
)
def test_lists_ask_as_often_for_many_rows(client, address, make: Callable, queries: int):
    make()
    assert asked(client, address) == queries
    for _ in range(MANY - 1):
        make()
    assert asked(client, address) == queries


@pytest.mark.parametrize("part", ["%Y/", "%Y/%-m/"])
def test_archive_asks_as_often_for_many_rows(client, part):
    published_at = localtime(make_briefing().published_at)
    address = published_at.strftime(f"/briefings/archive/{part}")
    assert asked(client, address) == FACTS + 2
    for _ in range(MANY - 1):
        make_briefing()
    assert asked(client, address) == FACTS + 2


@pytest.mark.parametrize(
    ("make", "queries"), [(make_review, FACTS + 7), (make_briefing, FACTS + 7)]
)
def test_details_ask_as_often_for_many_parts(client, make: Callable, queries: int):
    item = make()
    add_one_of_all(item, 0)
    assert asked(client, item.get_absolute_url()) == queries
    for number in range(1, 10):
        add_one_of_all(item, number)
    assert asked(client, item.get_absolute_url()) == queries


def test_edition_asks_as_often_for_many_sections(client):
    edition = edition_about(make_review())
    assert asked(client, edition.get_absolute_url()) == FACTS + 2
    for make in (make_review, make_briefing, make_event) * 4:
        make_section(edition, make())
    assert asked(client, edition.get_absolute_url()) == FACTS + 2


@pytest.mark.parametrize(("address", "queries"), [("", FACTS + 6), ("file/", FACTS + 9)])
def test_training_pack_asks_as_often_for_many_parts(client, address: str, queries: int):
    theme = make_theme()
    for rows in (1, 10):
        for _ in range(rows):
            for item in (review := make_review(learning=["Ask."] * 3), make_briefing()):
                item.themes.add(theme)
            make_scenario(review)
        client.get(f"/themes/neglect/training-pack/{address}")  # a file is made the first time
        assert asked(client, f"/themes/neglect/training-pack/{address}") == queries


@pytest.mark.parametrize("make", [make_review, make_briefing, make_theme, make_event])
def test_admin_lists_ask_as_often_for_many_rows(editor_client, make: Callable):
    address = admin_address(make(), "changelist")
    asked(editor_client, address)
    few = asked(editor_client, address)
    for number in range(MANY - 1):
        make(title=f"Many {number}") if make is not make_theme else make(f"Many {number}")
    assert asked(editor_client, address) == few
