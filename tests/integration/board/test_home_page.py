"""The home page as staff put it together."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_briefing, make_review, make_theme
from tests.factories.admin import admin_address, change
from tests.factories.events import make_event
from tscb.board import facts, site
from tscb.board.frontage.home import Section
from tscb.board.models import HomeHighlight, HomePage, HomeSection
from tscb.common.publishing import actions
from tscb.common.publishing.history import HistoryEntry
from tscb.common.waiting import waiting

pytestmark = pytest.mark.django_db
MOST_QUERIES = 7  # with every part, and reviews and briefings among the chosen ones


@pytest.fixture
def home() -> HomePage:
    facts.set_up()
    return HomePage.objects.get()


def page() -> str:
    return " ".join(Client().get("/").content.decode().split())


def headings() -> list[str]:
    main = page().partition("<main")[2].partition("</main>")[0]
    return [found.strip() for found in re.findall(r"<h2[^>]*>([^<]*)</h2>", main)]


def number_of(home: HomePage, kind: Section) -> str:
    kinds = list(home.sections.values_list("kind", flat=True))
    return f"sections-{kinds.index(kind)}"


def new_section(home: HomePage, **fields: object) -> dict[str, object]:
    total = home.sections.count()
    given = {"order": "9", "shown": "on", "count": "3", "heading": "", "text": "", **fields}
    named = {f"sections-{total}-{name}": value for name, value in given.items()}
    return {**named, "sections-TOTAL_FORMS": str(total + 1)}


def test_new_site_has_the_same_home_page_with_and_without_its_row(home):
    before = page()
    HomePage.objects.all().delete()
    assert page() == before


def test_staff_order_name_and_leave_out_parts(editor_client, home):
    make_review()
    first, gone = number_of(home, Section.BRIEFINGS), number_of(home, Section.REFER)
    changes = {f"{first}-order": "0", f"{first}-heading": "{board_short} in seven minutes"}
    words = {"title": "Learning in {board_short}", "lead": "What we learned."}
    change(
        editor_client,
        home,
        **words,
        **changes,
        **{f"{gone}-DELETE": "on", f"{number_of(home, Section.THEMES)}-count": "0"},
        **new_section(home, kind=Section.TEXT, heading="Training", text="Come **along**."),
    )
    assert headings() == ["TSCB in seven minutes", "Search", "Newest case reviews", "Training"]
    assert "Learning in TSCB</h1>" in page()
    assert "Come <strong>along</strong>." in page()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "text", "heading": "Training"}, "Give this part a heading and a text."),
        ({"kind": "themes", "text": "Words"}, "This part has no text of its own."),
        ({"kind": "themes"}, "“Themes” is there twice: keep one of them."),
        ({"kind": "text", "heading": "A", "text": "[A](/nowhere/at/all/)"}, "No page of this site"),
        ({"kind": "text", "heading": "A", "text": "A", "count": "7"}, "less than or equal to 6"),
    ],
)
def test_part_that_would_not_work_is_refused(editor_client, home, fields, sentence):
    response = change(editor_client, home, **new_section(home, **fields))
    assert sentence in response.content.decode()
    assert home.sections.count() == len(headings_of_default())


def headings_of_default() -> list[str]:
    return list(HomeSection.objects.values_list("kind", flat=True))


def test_chosen_things_show_while_they_are_public(editor, editor_client, home):
    review, briefing = make_review(title="Chosen review"), make_briefing(title="Chosen briefing")
    chosen = {
        "highlights-TOTAL_FORMS": "2",
        "highlights-0-address": f"https://board.example{briefing.get_absolute_url()}",
        "highlights-0-order": "1",
        "highlights-1-address": review.get_absolute_url(),
        "highlights-1-order": "2",
    }
    section = new_section(home, kind=Section.HIGHLIGHTS, order="0")
    change(editor_client, home, **chosen, **section)
    assert headings()[0] == "Worth reading now"
    cards = page().partition("board-cards")[2].partition("</ul>")[0]
    assert cards.index("Chosen briefing") < cards.index("Chosen review")
    for item in (review, briefing):
        actions.withdraw(item=item, by=editor)
    assert "Worth reading now" not in headings()
    told = [row for row in waiting(editor) if row.title.startswith("Home page")]
    assert [row.count for row in told] == [2]
    seen = editor_client.get(admin_address(HomePage, "change", home.pk)).content.decode()
    assert "Nothing: it is not public any more" in seen


def test_events_to_come_stand_there_as_long_as_there_are_any(home):
    make_event(days=-3, title="Over and done")
    make_event(days=3, title="For those invited", is_restricted=True)
    assert "Learning events" not in headings()
    for days in (20, 4, 12, 8):
        make_event(days=days, title=f"In {days} days")
    part = page().partition("Learning events</h2>")[2].partition("</ol>")[0]
    assert re.findall(r"In \d+ days", part) == ["In 4 days", "In 8 days", "In 12 days"]


@pytest.mark.parametrize("address", ["/case-reviews/unknown/", "/privacy/", "nonsense", "/%00/"])
def test_only_what_is_public_is_chosen(editor_client, home, address):
    response = change(editor_client, home, **{"highlights-0-address": address})
    assert "Copy the address of a published case review" in response.content.decode()
    assert not HomeHighlight.objects.exists()


@pytest.mark.usefixtures("facts_are_kept")
def test_home_page_asks_as_often_whatever_is_on_it(home):
    """Every part at once; beside it only the facts that every page knows."""
    HomeSection.objects.create(home=home, kind=Section.HIGHLIGHTS, count=6)
    for make in (make_review, make_briefing):
        for number in range(6):
            item = make()
            item.themes.add(make_theme(f"Theme {number}"))
            HomeHighlight.objects.create(home=home, address=item.get_absolute_url(), order=number)
        make_event()
    site.current()
    with CaptureQueriesContext(connection) as queries:
        words = page()
    assert "Worth reading now" in words
    assert "Learning events</h2>" in words
    assert len(queries) == MOST_QUERIES


def test_earlier_home_page_is_compared_and_comes_back(editor_client, home):
    change(editor_client, home, title="Learning")
    changed, found = HistoryEntry.objects.of(home)
    shown = editor_client.get(admin_address(HomePage, "version", home.pk, changed.pk))
    assert "<del>" in shown.content.decode()
    editor_client.post(admin_address(HomePage, "version", home.pk, found.pk))
    assert "Learning from case reviews</h1>" in page()


def test_preview_shows_what_is_typed_and_saves_nothing(editor_client, home):
    make_review()
    response = change(editor_client, home, title="Only tried", _preview="yes")
    html = response.content.decode()
    assert "Only tried</h1>" in " ".join(html.split())
    assert "Preview: the public does not see this yet." in html
    assert "no-store" in response.headers["Cache-Control"]
    assert "Only tried" not in page()
    refused = change(editor_client, home, title="", _preview="yes")
    assert "This field is required." in refused.content.decode()


def test_list_of_home_pages_leads_to_the_one(editor_client, home):
    answer = editor_client.get(admin_address(HomePage, "changelist"))
    assert answer.headers["Location"] == admin_address(HomePage, "change", home.pk)


def test_about_page_leads_to_all_that_a_public_body_says_of_itself(client, home):
    html = client.get("/about/").content.decode()
    for address in (
        "/case-panel/", "/learning-reviews/", "/review-types/", "/worried-about-a-child/",
        "/refer/", "/accessibility/", "/privacy/", "/cookies/", "/case-reviews/feed/",
    ):  # fmt: skip
        assert f'href="{address}"' in html
    assert "General practice" in html
