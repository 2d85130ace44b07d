"""Questions whose SQL is written once give what a queryset of the moment would give."""

from threading import Thread

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reviews.models import CaseReview, LearningPoint
from tests.factories import make_review
from tscb.common.publishing.models import Status
from tscb.common.written_once import WrittenOnce, given

pytestmark = pytest.mark.django_db


def public() -> WrittenOnce:
    return WrittenOnce(
        lambda: CaseReview.objects.published(given("now")).newest_first().for_lists()
    )


def test_answers_are_those_of_the_queryset_with_what_it_joined():
    one, other = make_review(), make_review()
    make_review(status=Status.DRAFT)
    with CaptureQueriesContext(connection) as queries:
        found = public().ask(now=timezone.now())
        assert [review.review_type.name for review in found] == ["Serious Case Review"] * 2
    assert found == [other, one]
    assert len(queries) == 1
    assert found[0].get_deferred_fields() == other_fields(other)


def other_fields(review: CaseReview) -> set[str]:
    return CaseReview.objects.for_lists().get(pk=review.pk).get_deferred_fields()


def test_each_asking_has_values_of_its_own():
    points = WrittenOnce(lambda: LearningPoint.objects.filter(review=given("review")))
    one, other = make_review(), make_review()
    LearningPoint.objects.create(review=one, text="Ask.")
    LearningPoint.objects.create(review=other, text="Meet.")
    assert set(points.ask(review=one.pk)) == set(one.learning_points.all())
    assert set(points.ask(review=other.pk)) == set(other.learning_points.all())


def test_what_is_not_given_is_an_error():
    with pytest.raises(KeyError):
        public().ask()


def test_rows_are_cut_when_it_is_asked():
    reviews = [make_review() for _ in range(4)]
    newest_first, question = list(reversed(reviews)), public()
    for start, stop in ((0, 2), (2, 4), (3, 9)):
        assert question.ask(cut=(start, stop), now=timezone.now()) == newest_first[start:stop]


def test_dictionaries_and_single_values_come_as_the_queryset_says():
    review = make_review()
    of_it = CaseReview.objects.filter(slug=given("slug"))
    assert WrittenOnce(lambda: of_it.values("pk", "title")).ask(slug=review.slug) == [
        {"pk": review.pk, "title": review.title}
    ]
    flat = WrittenOnce(lambda: of_it.values_list("title", flat=True))
    assert flat.ask(slug=review.slug) == [review.title]


@pytest.mark.django_db(transaction=True)
def test_threads_ask_over_their_own_connections():
    review, question, found = make_review(), public(), []

    def ask() -> None:
        found.append((id(connection.connection), question.ask(now=timezone.now())))
        connection.close()

    question.ask(now=timezone.now())
    for _ in range(2):
        thread = Thread(target=ask)
        thread.start()
        thread.join()
    assert [rows for _, rows in found] == [[review], [review]]
