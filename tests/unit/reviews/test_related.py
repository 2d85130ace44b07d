"""Which reviews stand at the end of another as related."""

import pytest
from django.utils import timezone

from reviews import related
from reviews.models import CaseReview
from reviews.related import related_to
from tests.factories import make_review, make_theme
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


def about(*themes: str, **fields):
    review = make_review(**fields)
    review.themes.set([make_theme(name) for name in themes])
    return review


def test_most_shared_themes_come_first_then_the_newest():
    one = about("Neglect", "Unseen men", "Safer sleep")
    few_older, few_newer = about("Neglect"), about("Neglect")
    many = about("Neglect", "Unseen men")
    assert list(related_to(one)) == [many, few_newer, few_older]


def test_nothing_that_is_not_public_and_never_itself():
    one = about("Neglect")
    for status in (Status.DRAFT, Status.WITHDRAWN):
        about("Neglect", status=status)
    about("Safer sleep")
    assert list(related_to(one)) == []


def test_review_without_themes_is_related_to_nothing():
    make_review()
    assert list(related_to(make_review())) == []


def test_never_more_than_a_few_out_of_the_newest():
    one = about("Neglect", "Unseen men")
    about("Neglect", "Unseen men")
    newest = [about("Neglect") for _ in range(4)]
    assert len(related_to(one)) == related.SHOWN
    of_four = related.question(CaseReview, compared=4).ask(item=one.pk, now=timezone.now())
    assert set(of_four) <= set(newest)


def test_it_is_one_question(django_assert_num_queries):
    one = about("Neglect")
    about("Neglect")
    with django_assert_num_queries(1):
        assert [review.review_type.name for review in related_to(one)] == ["Serious Case Review"]
