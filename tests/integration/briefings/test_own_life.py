"""A briefing lives on when the report of its review comes down."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import download, make_briefing, make_document, make_person, make_review
from tscb.board.roles import Role
from tscb.common.publishing import actions

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return make_review(title="The review behind it", due_for_review_on=timezone.localdate())


@pytest.fixture
def briefing(review):
    briefing = make_briefing(title="What we take from it")
    briefing.reviews.add(review)
    make_document(briefing)
    return briefing


def seen(item) -> str:
    response = Client().get(item.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def all_of_it_is_there(briefing) -> None:
    assert seen(briefing).count("board-seven__part") == 7
    response, _ = download(Client(), briefing.documents.get().get_absolute_url())
    assert response.status_code == 200
    assert briefing.title in Client().get("/briefings/").content.decode()
    assert briefing.title in Client().get("/briefings/feed/").content.decode()


def test_briefing_stays_when_the_report_goes_on_request(review, briefing):
    report = make_document(review)
    actions.archive(item=review, by=make_person(Role.EDITOR))
    assert Client().get(report.get_absolute_url()).status_code == 404
    all_of_it_is_there(briefing)
    assert "The review behind it" in seen(briefing)
    assert briefing.title in seen(review)


def test_briefing_stays_when_the_review_is_withdrawn(review, briefing):
    actions.withdraw(item=review, by=make_person(Role.EDITOR))
    assert Client().get(review.get_absolute_url()).status_code == 404
    all_of_it_is_there(briefing)
    assert "The review behind it" not in seen(briefing)


def test_review_stays_when_the_briefing_is_withdrawn(review, briefing):
    actions.withdraw(item=briefing, by=make_person(Role.EDITOR))
    assert Client().get(briefing.get_absolute_url()).status_code == 404
    assert briefing.title not in seen(review)
