"""Numbers that a process keeps are right at once after whatever changes them."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from reviews.models import AgeBand, CaseReview, ListChange, SearchEntry
from reviews.search import kept
from reviews.search.list_filter import ListFilter
from tests.factories import make_review, make_theme
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db(transaction=True)


def filters() -> ListFilter:
    return ListFilter({})


def of_theme(slug: str = "neglect") -> int:
    [number] = [one.number for one in filters().counted.choices["theme"] if one.value == slug]
    return number


@pytest.fixture
def review() -> CaseReview:
    review = make_review()
    review.themes.add(make_theme("Neglect"))
    assert of_theme() == 1
    return review


def counted_anew() -> bool:
    """Whether a list that nobody narrowed is counted in the database."""
    before = kept.standing(SearchEntry, timezone.now())
    filters()
    return kept.standing(SearchEntry, timezone.now()) is not before


def test_unchanged_numbers_are_not_counted_again(review: CaseReview) -> None:
    assert not counted_anew()
    with CaptureQueriesContext(connection) as asked:
        assert filters().total == 1
    assert len([query for query in asked if "candidates" in query["sql"]]) == 1


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ({"status": Status.WITHDRAWN, "withdrawn_at": timezone.now()}, 0),
        ({"status": Status.DRAFT}, 0),
        ({"published_at": timezone.now() + timedelta(days=1)}, 0),
        ({"age_band": AgeBand.UNBORN}, 1),
    ],
)
def test_change_of_a_review_is_counted_at_once(review, change: dict, number: int) -> None:
    CaseReview.objects.filter(pk=review.pk).update(**change)
    assert counted_anew()
    assert of_theme() == filters().total == number


def test_change_of_words_alone_leaves_the_numbers(review: CaseReview) -> None:
    CaseReview.objects.filter(pk=review.pk).update(title="Another")
    assert not counted_anew()


def test_themes_are_counted_as_they_come_and_go(review: CaseReview) -> None:
    other = make_review()
    other.themes.add(make_theme("Neglect"))
    assert of_theme() == 2
    review.themes.through.objects.filter(casereview=other).update(theme=make_theme("Sleep"))
    assert (of_theme(), of_theme("sleep")) == (1, 1)
    review.themes.through.objects.filter(casereview=review).update(casereview=other)
    assert of_theme() == 1
    other.themes.clear()
    assert (of_theme(), of_theme("sleep")) == (0, 0)


def test_deleted_review_is_counted_no_longer(review: CaseReview) -> None:
    review.delete()
    assert filters().total == 0
    assert not ListChange.objects.filter(pk=0).exists()


def test_renamed_theme_shows_its_new_name(review: CaseReview) -> None:
    review.themes.update(name="Being overlooked")
    assert not counted_anew()
    assert [one.label for one in filters().counted.choices["theme"]] == ["Being overlooked"]


def test_scheduled_review_is_counted_when_its_time_comes(review: CaseReview, monkeypatch) -> None:
    CaseReview.objects.filter(pk=review.pk).update(published_at="2100-06-01T12:00Z")
    assert filters().total == 0
    assert kept.standing(SearchEntry, timezone.now())
    later = timezone.now().replace(year=2100, month=6, day=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert of_theme() == filters().total == 1


def test_numbers_are_kept_until_the_next_review_comes_out() -> None:
    review = make_review()
    soon = timezone.now() + timedelta(minutes=5)
    CaseReview.objects.filter(pk=review.pk).update(published_at=soon)
    filters()
    assert kept.standing(SearchEntry, timezone.now())
    assert not kept.standing(SearchEntry, soon)
    assert not kept.standing(SearchEntry, timezone.now() - timedelta(minutes=1))


def test_what_is_not_committed_is_counted_but_not_kept(review: CaseReview) -> None:
    with transaction.atomic():
        make_review()
        assert filters().total == 2
        transaction.set_rollback(True)
    assert filters().total == 1


def test_change_that_was_open_while_counting_is_not_missed(review: CaseReview) -> None:
    """Numbers counted while somebody else's change was not yet committed do not outlive it."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("UPDATE reviews_casereview SET status = 'draft'")
            kept.forget()
            assert of_theme() == 1
            assert not counted_anew()
            cursor.execute("COMMIT")
        assert of_theme() == 0
    finally:
        other.close()


def test_old_changes_are_forgotten(review: CaseReview) -> None:
    ListChange.objects.create(transaction=1, at=timezone.now() - timedelta(days=2))
    assert str(ListChange.objects.get(pk=1)) == "Change 1"
    review.themes.clear()
    assert not ListChange.objects.filter(pk=1).exists()
