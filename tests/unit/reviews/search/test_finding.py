"""Which words find which review, and which review comes first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.models import CaseReview
from reviews.search.finding import find
from reviews.search.list_filter import ListFilter
from reviews.search.words import FORMS, tidy
from tests.factories import make_review
from tests.unit.reviews.search.pages import add_report
from tests.unit.reviews.search.ranking import best_first

pytestmark = pytest.mark.django_db

HOSTILE = [
    "'", '"', "''; drop table reviews_casereview; --", "<script>alert(1)</script>", "&", "|", "!",
    "-", "--", '"unclosed', "a & b | !c", ":*", "\\", "%", "%s", "(((", "<->", "or", "OR or -or",
    "the", "…", "🙂", "-" * 150, "a" * 200, "1e309", "x:A", "\u202eright to left", "‘’“”",
    "- " * 75, '-"' * 75, "-a" * 75, '"-a" ' * 30, "-a or " * 30, '-"-a" ' * 30,
]  # fmt: skip


def titles(words: str) -> set[str]:
    return {review.title for review in find(CaseReview.objects.published(), words)}


def counted(words: str) -> list[str]:
    """As the list has them, which finds and orders in one question."""
    return [one.title for one in ListFilter({"q": words}).rows[:20]]


def ranked(words: str) -> list[str]:
    return [one.title for one in best_first(words)]


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
        'sian "overdose on a ward" father', '"did not share" "on a ward" -unicorn',
        '-"school nurse"',
        '"ward overdose" or workshop', 'neighbour or "on a ward"', '"of the" neglect', 'sian -"',
        '-unicorn', "children's", '"neglected child"', "child", "midwife", 'neglect -man',
    ],
)  # fmt: skip
def test_words_that_find(sian: CaseReview, words: str) -> None:
    assert titles(words) == {sian.title}
    assert counted(words) == [sian.title]


@pytest.mark.parametrize(
    "words",
    [
        "unicorn", "sian -overdose", "neglect -neighbour", '"knew share"', "sian unicorn",
        '"ward on a overdose"', '"contents an overdose"', "the", "https", '"of the"',
        '"the" "of a"',
        'sian -"overdose on a ward"', '-"did not share"', 'sian -child', 'sian -"neglected child"',
        '-neglect', '"ward overdose" or unicorn', "sian -non-accidental -midwife",
    ],
)  # fmt: skip
def test_words_that_do_not_find(sian: CaseReview, words: str) -> None:
    assert titles(words) == set()
    assert counted(words) == []


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_fail(sian: CaseReview, words: str) -> None:
    assert isinstance(ranked(words), list)
    if tidy(words):  # else it is the list that nobody narrowed
        assert counted(words) == ranked(words)


@settings(max_examples=200, deadline=None, database=None)
@given(st.text(alphabet="aw -\"'or()<>&|!*:\\.,@/é1", max_size=200))
def test_no_signs_fail(words: str) -> None:
    assert sorted(counted(words)) == sorted(ranked(words))


@pytest.mark.parametrize(("one", "more"), FORMS)
def test_either_form_of_a_word_finds_the_other(one: str, more: str) -> None:
    make_review(title="One", learning=[f"Seen: the quiet {one} alone."])
    make_review(title="More", learning=[f"Seen: the quiet {more} alone."])
    for typed in (one, more, more.upper(), f'"quiet {one} alone"', f'"quiet {more} alone"'):
        assert titles(typed) == {"One", "More"}, typed
        assert counted(typed) == ["More", "One"], typed
    for typed in (f"quiet -{one}", f'quiet -"quiet {more}"'):
        assert titles(typed) == set(), typed
        assert counted(typed) == [], typed


@pytest.mark.parametrize("typed", ["families", "babies", "hospitals"])
def test_what_the_stemmer_knows_needs_no_second_form(typed: str) -> None:
    make_review(title="A baby of a family in hospital")
    assert titles(typed)


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
    assert counted("supervision") == ranked("supervision")


def test_all_words_in_the_title_stand_above_words_side_by_side_below() -> None:
    make_review(title="Below", summary="Unseen men. Unseen men. Unseen men.")
    make_review(title="Unseen by all the agencies that met them: who are the men")
    assert ranked("unseen men")[0].startswith("Unseen")


def test_of_equally_good_reviews_the_newest_is_first() -> None:
    older, newer = make_review(title="Safer sleep"), make_review(title="Safer sleep")
    CaseReview.objects.filter(pk=older.pk).update(published_at="2020-01-01T00:00Z")
    found = best_first("sleep")
    assert [one.pk for one in found] == [newer.pk, older.pk]
