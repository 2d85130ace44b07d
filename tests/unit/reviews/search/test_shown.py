"""What was found is read a page at a time, in its order."""

import pytest

from reviews.models import CaseReview
from reviews.search.shown import Shown
from tests.factories import make_review

pytestmark = pytest.mark.django_db


def test_rows_come_in_the_order_of_their_keys() -> None:
    first, second, third = (make_review() for _ in range(3))
    shown = Shown([second.pk, third.pk, first.pk], CaseReview.objects.published())
    assert len(shown) == 3
    assert shown[:2] == [second, third]
    assert shown[2:4] == [first]


def test_row_that_has_gone_since_is_left_out(django_assert_num_queries) -> None:
    first, second = make_review(), make_review()
    shown = Shown([first.pk, second.pk], CaseReview.objects.published())
    CaseReview.objects.filter(pk=first.pk).update(status="draft")
    assert shown[:20] == [second]
    with django_assert_num_queries(0):
        assert shown[20:40] == []
