"""Finding a briefing: newest first, by words, kind, theme and agency, and in the archive."""

from datetime import UTC, datetime
from html import unescape

import pytest

from briefings.models import BriefingSection
from tests.factories import make_briefing, make_theme
from tests.factories.reviews import make_agency

pytestmark = pytest.mark.django_db
LIST = "/briefings/"


def text(client, address: str = LIST, **query: str) -> str:
    response = client.get(address, query)
    assert response.status_code == 200, address
    return unescape(" ".join(response.content.decode().split()))


def sorted_by(*, themes: tuple[str, ...] = (), agencies: tuple[str, ...] = (), **fields):
    briefing = make_briefing(**fields)
    briefing.themes.set([make_theme(name) for name in themes])
    briefing.agencies.set([make_agency(name) for name in agencies])
    return briefing


@pytest.fixture
def three():
    sorted_by(title="One", variant="case", themes=("Neglect",), agencies=("Police",))
    sorted_by(title="Two", variant="theme", themes=("Neglect", "Fathers"), agencies=("School",))
    sorted_by(title="Three", variant="theme", themes=("Fathers",), agencies=("Police", "School"))


def titles(page: str) -> set[str]:
    return {title for title in ("One", "Two", "Three") if f"{title}</a> </h3>" in page}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"One", "Two", "Three"}),
        ({"kind": "theme"}, {"Two", "Three"}),
        ({"theme": "neglect"}, {"One", "Two"}),
        ({"agency": "police"}, {"One", "Three"}),
        ({"kind": "theme", "theme": "fathers", "agency": "police"}, {"Three"}),
        ({"kind": "case", "theme": "fathers"}, set()),
    ],
)
def test_choices_narrow_the_list(client, three, query, found):
    page = text(client, **query)
    assert titles(page) == found
    assert f"{len(found)} briefing" in page


def test_each_choice_has_its_count_under_the_others(client, three):
    page = text(client, theme="fathers")
    for choice in ("About a theme (2)", "Police (1)", "School (2)", "Neglect (2)", "Fathers (2)"):
        assert choice in page, choice
    assert "About a case" not in page.partition("<h2")[0], "it would find nothing"


def test_chips_take_one_choice_away_each(client, three):
    page = text(client, kind="theme", agency="police", q="men")
    assert 'href="?kind=theme&agency=police"' in page
    assert 'href="?agency=police&q=men"' in page
    assert "Remove </span>Kind: <strong>About a theme</strong>" in page
    assert 'href="?">Clear all' in page


def test_unknown_choice_is_told_and_all_are_shown(client, three):
    page = text(client, kind="poem", theme="nowhere")
    assert "“poem” is no kind we have; all are shown." in page
    assert "“nowhere” is no theme we have; all are shown." in page
    assert titles(page) == {"One", "Two", "Three"}


def test_words_are_found_in_sections_too_and_marked(client):
    found = make_briefing(title="One")
    make_briefing(title="Two")
    BriefingSection.objects.filter(briefing=found, number=7).update(text="Ask the grandmother.")
    page = text(client, q="grandmothers")
    assert titles(page) == {"One"}
    assert "<mark>grandmother</mark>" in page


def test_words_put_the_best_first_unless_asked_otherwise(client):
    make_briefing(title="Fathers", published_at=datetime(2018, 1, 1, tzinfo=UTC))
    make_briefing(title="Below", overview="Fathers.", published_at=datetime(2020, 1, 1, tzinfo=UTC))
    best, newest = text(client, q="fathers"), text(client, q="fathers", sort="newest")
    assert best.index("<mark>Fathers</mark></a>") < best.index("Below</a>")
    assert newest.index("Below</a>") < newest.index("<mark>Fathers</mark></a>")


def test_nothing_found_says_what_to_try(client, three):
    page = text(client, q="unicorn", kind="case")
    for words in (
        "0 briefings",
        "Nothing fits. Try fewer words, or take away one of the choices above.",
        "unicorn in case reviews",
        "Show all briefings",
    ):
        assert words in page


def test_archive_counts_years_and_the_months_of_the_year_shown(client):
    for day in (datetime(2020, 3, 1, tzinfo=UTC), datetime(2020, 3, 31, 23, 30, tzinfo=UTC)):
        make_briefing(published_at=day)
    make_briefing(published_at=datetime(2019, 12, 31, tzinfo=UTC))
    assert '/briefings/archive/2020/">2020</a> (2)' in text(client)
    page = text(client, f"{LIST}archive/2020/")
    # Half past eleven in the evening of Greenwich is April in England's summer time.
    assert '/briefings/archive/2020/4/">April</a> (1)' in page
    assert '/briefings/archive/2020/3/">March</a> (1)' in page
    assert "December" not in page
    assert "2 briefings" in page


def test_archive_of_a_month(client):
    make_briefing(title="One", published_at=datetime(2020, 3, 5, tzinfo=UTC))
    make_briefing(title="Two", published_at=datetime(2020, 4, 5, tzinfo=UTC))
    page = text(client, f"{LIST}archive/2020/3/")
    assert '<h1 class="govuk-heading-xl">7 minute briefings of March 2020</h1>' in page
    assert 'href="/briefings/archive/2020/3/" aria-current="page"' in page
    assert "One</a>" in page
    assert "Two</a>" not in page


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("2020/5/", "May 2020"),
        ("2020/13/", "month 13 of 2020"),
        ("2020/0/", "month 0 of 2020"),
        ("99999/1/", "month 1 of 99999"),
    ],
)
def test_archive_of_a_month_without_briefings(client, part, name):
    make_briefing(published_at=datetime(2020, 3, 5, tzinfo=UTC))
    response = client.get(f"{LIST}archive/{part}")
    assert response.status_code == 404
    assert f"No briefing was published in {name}." in response.content.decode()
