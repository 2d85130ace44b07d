"""Which words find which review, and which review comes first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.models import CaseReview
from reviews.search.finding import best_first, find
from tests.factories import make_review
from tests.unit.reviews.search.pages import add_report

pytestmark = pytest.mark.django_db

HOSTILE = [
    "'", '"', "''; drop table reviews_casereview; --", "<script>alert(1)</script>", "&", "|", "!",
    "-", "--", '"unclosed', "a & b | !c", ":*", "\\", "%", "%s", "(((", "<->", "or", "OR or -or",
    "the", "…", "🙂", "-" * 150, "a" * 200, "1e309", "x:A", "\u202eright to left", "‘’“”",
    "- " * 75, '-"' * 75, "-a" * 75, '"-a" ' * 30, "-a or " * 30, '-"-a" ' * 30,
]  # fmt: skip


def titles(words: str) -> set[str]:
    return {review.title for review in find(CaseReview.objects.published(), words)}


def ranked(words: str) -> list[str]:
    return [one.title for one in best_first(find(CaseReview.objects.published(), words), words)]


@pytest.fixture
def sian() -> CaseReview:
    """A review whose every part has a word of its own."""
    review = make_review(
        title="Siân and Ŵyn: neglected children",
        summary="Hospitals did not share what they knew.",
        what_happened="A **neighbour** telephoned.",
        method="Learning Together workshops.",
        response="The board apologises.",
        learning=["Ask about [fathers](https://example.org/dads)."],
    )
    review.recommendations.create(text="Midwives record who lives at home.")
    add_report(review, "Contents", "An overdose on a ward. Nobody had asked.")
    return review


@pytest.mark.parametrize(
    "words",
    [
        "sian", "Siân", "SIÂN", "wyn", "ŵyn", "Sia\u0302n", "neglect", "neglecting", "children",
        "hospital", "neighbour", "workshop", "apologise", "father", "midwife or midwives",
        "overdose", '"did not share"', '"overdose on a ward"', "sian overdose", "hospital ward",
        "sian -tenant", 'neglect -"school nurse"', "unicorn or overdose",
    ],
)  # fmt: skip
def test_words_that_find(sian: CaseReview, words: str) -> None:
    assert titles(words) == {sian.title}


@pytest.mark.parametrize(
    "words",
    [
        "unicorn", "sian -overdose", "neglect -neighbour", '"knew share"', "sian unicorn",
        '"ward on a overdose"', '"contents an overdose"', "the", "https",
    ],
)  # fmt: skip
def test_words_that_do_not_find(sian: CaseReview, words: str) -> None:
    assert titles(words) == set()


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_fail(sian: CaseReview, words: str) -> None:
    assert isinstance(ranked(words), list)


@settings(max_examples=200, deadline=None, database=None)
@given(st.text(alphabet="aw -\"'or()<>&|!*:\\.,@/é1", max_size=200))
def test_no_signs_fail(words: str) -> None:
    assert isinstance(ranked(words), list)


def test_compound_word_inside_a_report_is_found() -> None:
    review = make_review()
    add_report(review, "A non-accidental injury.")
    assert titles("non-accidental") == {review.title}
    assert titles("non-accidental -injury") == set()


def test_title_stands_above_summary_above_learning_above_report() -> None:
    add_report(make_review(title="In a report"), "Supervision. " * 50)
    make_review(title="In the learning", learning=["Supervision, supervision, supervision."] * 20)
    make_review(title="In the summary", summary="Supervision " * 40)
    make_review(title="Supervision", summary="Nothing else.")
    assert ranked("supervision") == [
        "Supervision", "In the summary", "In the learning", "In a report",
    ]  # fmt: skip


def test_all_words_in_the_title_stand_above_words_side_by_side_below() -> None:
    make_review(title="Below", summary="Unseen men. Unseen men. Unseen men.")
    make_review(title="Unseen by all the agencies that met them: who are the men")
    assert ranked("unseen men")[0].startswith("Unseen")


def test_of_equally_good_reviews_the_newest_is_first() -> None:
    older, newer = make_review(title="Safer sleep"), make_review(title="Safer sleep")
    CaseReview.objects.filter(pk=older.pk).update(published_at="2020-01-01T00:00Z")
    found = best_first(find(CaseReview.objects.published(), "sleep"), "sleep")
    assert [one.pk for one in found] == [newer.pk, older.pk]
