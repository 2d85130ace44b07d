"""What staff see of the use of briefings: counted once and rightly, as picture, table and file."""

import csv
import io
from datetime import date

import pytest

from briefings.models import BriefingUse, UseState
from tests.factories import make_briefing, make_use
from tests.factories.admin import admin_address
from tscb.board.models import Agency

pytestmark = pytest.mark.django_db
QUESTIONS = 14  # eight of every admin page; years, waiting, the whole and three tables


@pytest.fixture
def uses():
    """Two teams of the school in two quarters of one year; one elsewhere a year before."""
    school = Agency.objects.create(name="Sample School", slug="school")
    unseen, sleep = make_briefing(title="Unseen men"), make_briefing(title="Safer sleep")
    make_use(unseen, team="North", agency=school, used_on=date(2026, 2, 1), people=5)
    make_use(unseen, team="NORTH", agency=school, used_on=date(2026, 5, 1), people=6)
    make_use(sleep, team="South", agency=school, used_on=date(2026, 5, 2), people=10)
    make_use(sleep, team="North", other_agency="=Choir", used_on=date(2025, 5, 2), people=1)
    make_use(sleep, state=UseState.WAITING, people=100)


def reach(client, query: str = ""):
    return client.get(admin_address(BriefingUse, "reach") + query)


def lines(response, part: str) -> list[tuple[str, int, int, int]]:
    (found,) = (lines for name, lines, _ in response.context["parts"] if name == part)
    return [(line.name, line.meetings, line.teams, line.people) for line in found]


def test_everything_that_was_accepted_is_counted_once(editor_client, uses):
    response = reach(editor_client)
    whole = response.context["whole"]
    assert (whole.meetings, whole.teams, whole.people) == (4, 3, 22)
    assert lines(response, "Briefing") == [("Safer sleep", 2, 2, 11), ("Unseen men", 2, 1, 11)]
    assert lines(response, "Agency") == [("Sample School", 3, 2, 21), ("=Choir", 1, 1, 1)]
    assert lines(response, "Quarter") == [
        ("April to June 2025", 1, 1, 1),
        ("January to March 2026", 1, 1, 5),
        ("April to June 2026", 2, 2, 16),
    ]
    assert "1 waits" in response.content.decode()


def test_one_year_alone(editor_client, uses):
    """From April to March, as on the page of everything: February belongs to the year before."""
    response = reach(editor_client, "?year=2025")
    assert response.context["whole"].people == 6
    chosen = '<option value="2025" selected>April 2025 to March 2026</option>'
    assert chosen in response.content.decode()
    assert reach(editor_client, "?year=2026").context["whole"].people == 16
    assert reach(editor_client, "?year=1999").status_code == 404


def test_picture_has_a_bar_for_each_line_and_the_longest_is_the_greatest(editor_client, uses):
    response = reach(editor_client)
    (chart,) = (chart for name, _, chart in response.context["parts"] if name == "Agency")
    assert [bar.number for bar in chart.bars] == [21, 1]
    assert chart.bars[0].length > 20 * chart.bars[1].length
    assert response.content.decode().count("<rect") == 7


def test_file_has_a_row_for_briefing_agency_and_quarter_and_no_formula(editor_client, uses):
    text = editor_client.get(admin_address(BriefingUse, "reach_csv")).getvalue()
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    assert rows == [
        ["quarter", "briefing", "agency", "meetings", "teams", "people"],
        ["April to June 2025", "Safer sleep", "'=Choir", "1", "1", "1"],
        ["January to March 2026", "Unseen men", "Sample School", "1", "1", "5"],
        ["April to June 2026", "Safer sleep", "Sample School", "1", "1", "10"],
        ["April to June 2026", "Unseen men", "Sample School", "1", "1", "6"],
    ]


def test_without_any_use_the_page_says_so(editor_client):
    assert "No meeting is counted here yet" in reach(editor_client).content.decode()


@pytest.mark.parametrize("number", [1, 20])
@pytest.mark.usefixtures("facts_are_kept")
def test_questions_to_the_database_do_not_grow(editor_client, django_assert_num_queries, number):
    for _ in range(number):
        make_use(make_briefing())
    reach(editor_client)
    with django_assert_num_queries(QUESTIONS):
        reach(editor_client)


def test_list_shows_what_teams_wrote(editor_client, uses):
    make_use(make_briefing(), team="East", will_change="We ask who else is at home.")
    page = editor_client.get(admin_address(BriefingUse, "changelist")).content.decode()
    assert "We ask who else is at home." in page
    assert "=Choir" in page
