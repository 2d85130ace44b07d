"""What was found is read a page at a time, in its order."""

import pytest

from reviews.models import CaseReview
from reviews.search.choices import Counted
from reviews.search.listing import with_snippets
from reviews.search.ordering import Order
from reviews.search.rows import Found, Standing
from tests.factories import make_review

pytestmark = pytest.mark.django_db
SLEEP = "'sleep'"


def found(*reviews: CaseReview) -> Found:
    keys = [review.pk for review in reviews]
    return Found(CaseReview, Counted(len(keys), {}, True, True, keys, SLEEP, SLEEP), with_snippets)


def test_rows_come_in_the_order_of_their_keys() -> None:
    first, second, third = (make_review() for _ in range(3))
    shown = found(second, third, first)
    assert len(shown) == 3
    assert shown[:2] == [second, third]
    assert shown[2:4] == [first]


def test_row_that_has_gone_since_is_left_out(django_assert_num_queries) -> None:
    first, second = make_review(), make_review()
    shown = found(first, second)
    CaseReview.objects.filter(pk=first.pk).update(status="draft")
    assert shown[:20] == [second]
    with django_assert_num_queries(0):
        assert shown[20:40] == []


def test_rows_that_nobody_searched_for_come_by_date() -> None:
    oldest, newer, newest = (make_review() for _ in range(3))
    make_review(status="draft")
    assert Standing(CaseReview, [], Order.NEWEST)[0:2] == [newest, newer]
    assert Standing(CaseReview, [], Order.OLDEST)[:20] == [oldest, newer, newest]
    assert Standing(CaseReview, [7], Order.NEWEST)[:20] == []
