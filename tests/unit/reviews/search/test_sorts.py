"""The numbers by which triggers sort a page are those that the choices of a list have."""

import pytest

from briefings.list_filter import BriefingFilter
from briefings.models import Briefing, BriefingEntry, Variant
from reviews.models import AgeBand, CaseReview, SearchEntry
from reviews.search.facets import APART, FACETS, NUMBERS, Facet
from tests.factories import make_briefing, make_review, make_theme
from tests.factories.reviews import make_agency, make_harm

pytestmark = pytest.mark.django_db
AGE = next(facet for facet in FACETS if facet.name == "age")
KIND = next(facet for facet in BriefingFilter.facets if facet.name == "kind")


@pytest.mark.parametrize("age", AgeBand.values)
def test_every_age_has_its_number(age: str) -> None:
    review = make_review(age_band=age)
    assert AGE.sort_of(age) in SearchEntry.objects.get(review=review).sorts


@pytest.mark.parametrize("kind", Variant.values)
def test_every_kind_of_briefing_has_its_number(kind: str) -> None:
    briefing = make_briefing(variant=kind)
    assert KIND.sort_of(kind) in BriefingEntry.objects.get(briefing=briefing).sorts
    Briefing.objects.update(variant=Variant.CASE)
    assert KIND.sort_of("case") in BriefingEntry.objects.get(briefing=briefing).sorts


def test_review_has_a_number_for_all_by_what_it_is_sorted() -> None:
    review = make_review()
    theme, agency, harm = make_theme(), make_agency("Police"), make_harm("Neglect")
    review.themes.add(theme)
    review.agencies.add(agency)
    review.harms.add(harm)
    CaseReview.objects.filter(pk=review.pk).update(published_at="2019-12-31T23:30Z")
    assert set(SearchEntry.objects.get(review=review).sorts) == {
        1 * APART + review.review_type_id, 2 * APART + theme.pk, 3 * APART + agency.pk,
        4 * APART + harm.pk, AGE.sort_of(review.age_band), 6 * APART + 2019,
    }  # fmt: skip


def test_year_is_one_of_the_boards_own_clock() -> None:
    review = make_review()
    CaseReview.objects.filter(pk=review.pk).update(published_at="1970-12-31T23:30Z")
    assert 6 * APART + 1971 in SearchEntry.objects.get(review=review).sorts


def test_briefing_has_a_number_for_all_by_what_it_is_sorted() -> None:
    briefing, theme, agency = make_briefing(), make_theme(), make_agency("Police")
    briefing.themes.add(theme)
    briefing.agencies.add(agency)
    sorts = BriefingEntry.objects.get(briefing=briefing).sorts
    assert {2 * APART + theme.pk, 3 * APART + agency.pk} < set(sorts)
    briefing.themes.through.objects.update(briefing=make_briefing())
    briefing.agencies.clear()
    sorts = BriefingEntry.objects.get(briefing=briefing).sorts
    assert not {2 * APART + theme.pk, 3 * APART + agency.pk} & set(sorts)


@pytest.mark.parametrize("value", ["", "x", "-1", "19", "20190", "²019", "1-5 "])
def test_what_is_no_choice_has_no_number(value: str) -> None:
    year = Facet("year", "Year", "All", "published_at")
    assert year.sort_of(value) is None
    assert AGE.sort_of(value) is None


def test_numbers_stay_apart() -> None:
    assert max(NUMBERS.values()) * APART + APART < 2**31
    assert len(set(NUMBERS.values())) == len(NUMBERS)
