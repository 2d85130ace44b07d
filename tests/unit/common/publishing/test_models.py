"""The one door through which the public reads, states in words, addresses that name no child."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from briefings.models import Briefing
from reviews.models import CaseReview
from tests.factories import make_briefing, make_review
from tscb.common.publishing.models import Publishable, Status, check_discreet_slug
from tscb.common.publishing.years import years_of


def in_two_days():
    return timezone.now() + timedelta(days=2)


@pytest.mark.django_db
def test_published_is_what_the_public_may_see_now():
    public = make_review()
    make_review(status=Status.DRAFT)
    make_review(status=Status.WITHDRAWN)
    make_review(published_at=in_two_days())
    assert list(CaseReview.objects.published()) == [public]
    assert [review.is_public for review in CaseReview.objects.order_by("pk")] == [
        True, False, False, False,
    ]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": Status.DRAFT}, "Draft"),
        ({}, "Published"),
        ({"status": Status.WITHDRAWN}, "Withdrawn"),
    ],
)
def test_state_in_words(fields, words):
    assert make_review(**fields).state_in_words == words


@pytest.mark.django_db
def test_state_of_what_is_scheduled_names_the_time_as_it_is_here():
    review = make_review(published_at=datetime(2990, 7, 1, 8, 30, tzinfo=UTC))
    assert review.state_in_words == "Scheduled for 1 July 2990, 09:30"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.PUBLISHED, "published_at": None},
        {"status": Status.WITHDRAWN, "withdrawn_at": None},
        {"status": Status.PUBLISHED, "withdrawn_at": timezone.now},
    ],
)
def test_database_refuses_a_state_that_cannot_be(fields):
    fields = {name: value() if callable(value) else value for name, value in fields.items()}
    with pytest.raises(IntegrityError):
        make_review(**fields)


@pytest.mark.django_db
def test_nothing_stands_in_the_way_of_publishing_by_default():
    assert Publishable.problems_before_publishing(make_review(learning=[])) == []


@pytest.mark.parametrize(
    "slug",
    [
        "child-k", "Child-K", "baby-b2", "the-case-of-girl-z", "boy-ab-2017", "child_k",
        "born-1-2-10", "review-01-02-2010", "review-2017-07-03",
    ],
)  # fmt: skip
def test_address_that_may_name_a_child(slug):
    with pytest.raises(ValidationError, match="An address never carries"):
        check_discreet_slug(slug)


@pytest.mark.parametrize(
    "slug",
    [
        "information-sharing-2017", "child-in-need", "every-child-is-seen", "baby-at-home",
        "child-sexual-exploitation", "childhood-k", "ages-11-15", "learning-from-2016-17",
    ],
)  # fmt: skip
def test_address_that_names_a_subject(slug):
    check_discreet_slug(slug)


@pytest.mark.django_db
def test_years_newest_first_and_once(django_assert_num_queries):
    for year in (2018, 2020, 2018):
        make_briefing(published_at=datetime(year, 6, 1, tzinfo=UTC))
    with django_assert_num_queries(1):
        assert years_of(Briefing.objects.published()) == [2020, 2018]
