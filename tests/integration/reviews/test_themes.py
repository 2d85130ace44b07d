"""Themes: what the public finds of each, and at what cost."""

from datetime import date

import pytest
from django.test import Client

from reviews.models import Recommendation, ResearchMessage, Resource, ResourceKind
from tests.factories import make_briefing, make_recommendation, make_review, make_theme
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
Progress = Recommendation.Progress


def text(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


@pytest.fixture
def neglect():
    return make_theme(description="Needs that go unmet over time.")


def review_about(theme, **fields):
    review = make_review(**fields)
    review.themes.add(theme)
    return review


def fill(theme, number: int) -> None:
    """So many of everything that a theme can have."""
    for n in range(number):
        make_recommendation(review_about(theme), text=f"Plan {n}")
        make_briefing().themes.add(theme)
        research = ResearchMessage.objects.create(
            title=f"Study {n}", source="An institute", link="https://example.org/"
        )
        resource = Resource.objects.create(title=f"Course {n}", link="https://example.org/")
        theme.research_messages.add(research)
        theme.resources.add(resource)


def test_list_names_the_themes_with_something_public_and_counts_it(client, neglect):
    review_about(neglect)
    review_about(neglect, status=Status.DRAFT)
    make_briefing().themes.add(neglect)
    make_theme("Nothing here")
    html = text(client, "/themes/")
    assert "Neglect" in html
    assert "1 case review<" in html
    assert "1 briefing<" in html
    assert "Nothing here" not in html


def test_list_without_any_theme_says_so(client):
    assert "Nothing is published under a theme yet." in text(client, "/themes/")


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_theme_of_what_is_not_public_is_not_there(client, neglect, status):
    review_about(neglect, status=status)
    make_briefing(status=status).themes.add(neglect)
    for address in ("/themes/neglect/", "/themes/neglect/recommendations/", "/themes/unknown/"):
        assert client.get(address).status_code == 404
    assert "/themes/neglect/" not in client.get("/sitemap.xml").content.decode()


def test_theme_shows_what_each_published_review_taught(client, neglect):
    shown = review_about(neglect, learning=["Ask about **the father**.", "See the baby awake."])
    hidden = review_about(neglect, status=Status.DRAFT, learning=["Not to be read."])
    make_recommendation(hidden, text="Not to be read either.")
    html = text(client, "/themes/neglect/")
    assert "What we learned in 1 case review " in html
    assert html.index(shown.title) < html.index("Ask about <strong>the father</strong>.")
    assert html.index("the father") < html.index("See the baby awake.")
    assert "Not to be read" not in html


def test_review_without_learning_points_shows_its_summary(client, neglect):
    review_about(neglect, learning=[], summary="In a few words.")
    assert "In a few words." in text(client, "/themes/neglect/")


def test_recommendations_come_with_their_numbers_and_what_is_open_first(client, neglect):
    review = review_about(neglect)
    make_recommendation(review, text="Finished.", status=Progress.DONE, evidence="A new form.")
    make_recommendation(review, text="Later.", status=Progress.UNDER_WAY, due=date(2027, 3, 1))
    make_recommendation(review, text="Sooner.", status=Progress.UNDER_WAY, due=date(2027, 1, 1))
    html = text(client, "/themes/neglect/")
    assert "Under way</strong> 2" in html
    assert "Done</strong> 1" in html
    assert html.index("Sooner.") < html.index("Later.") < html.index("Finished.")
    assert "What was done: A new form." in html
    assert "1 January 2027" in html


def test_all_recommendations_are_on_a_page_of_their_own(client, neglect):
    review = review_about(neglect)
    for number in range(25):
        make_recommendation(review, text=f"Plan {number:02}.")
    assert text(client, "/themes/neglect/").count("Agree") == 0
    first, second = (text(client, f"/themes/neglect/recommendations/?page={n}") for n in (1, 2))
    assert [html.count("Plan ") for html in (first, second)] == [20, 5]
    assert client.get("/themes/neglect/recommendations/?page=3").status_code == 404


def test_page_of_recommendations_without_any_says_so(client, neglect):
    review_about(neglect)
    html = text(client, "/themes/neglect/recommendations/")
    assert "No published review has made a recommendation about this yet." in html


def test_research_and_resources_come_with_source_and_link(client, neglect):
    message = ResearchMessage.objects.create(
        title="Neglect over time",
        summary="See the **pattern**.",
        source="An institute",
        link="https://example.org/neglect",
        published=date(2026, 2, 3),
    )
    course = Resource.objects.create(
        title="A day on neglect", kind=ResourceKind.TRAINING, link="https://example.org/course"
    )
    neglect.research_messages.add(message)
    neglect.resources.add(course)
    html = text(client, "/themes/neglect/")
    assert 'href="https://example.org/neglect">Neglect over time' in html
    assert "An institute" in html
    assert "3 February 2026" in html
    assert "See the <strong>pattern</strong>." in html
    assert 'href="https://example.org/course">A day on neglect' in html
    assert "Training" in html


def test_second_page_goes_on_with_the_learning_alone(client, neglect):
    fill(neglect, 6)
    html = text(client, "/themes/neglect/?page=2")
    assert "page 2 of 2" in html
    assert "Study" not in html
    assert client.get("/themes/neglect/?page=3").status_code == 404


def test_more_briefings_than_are_shown_are_counted(client, neglect):
    for _ in range(21):
        make_briefing().themes.add(neglect)
    assert "The newest 20 of 21." in text(client, "/themes/neglect/")


@pytest.mark.parametrize(
    ("address", "queries"),
    [("/themes/", 1), ("/themes/neglect/", 7), ("/themes/neglect/recommendations/", 2)],
)
@pytest.mark.parametrize("number", [1, 50])
@pytest.mark.usefixtures("facts_are_kept")
def test_queries_do_not_grow(client, neglect, django_assert_num_queries, address, queries, number):
    fill(neglect, number)
    client.get("/worried-about-a-child/")  # the board's names are read and kept
    with django_assert_num_queries(queries):
        response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "public" in response["Cache-Control"]


def test_reviews_and_briefings_link_their_themes(client, neglect):
    link = '<a class="govuk-link" href="/themes/neglect/">Neglect</a>'
    briefing = make_briefing()
    briefing.themes.add(neglect)
    assert link in text(client, review_about(neglect).get_absolute_url())
    assert link in text(client, briefing.get_absolute_url())


def test_themes_are_in_menu_and_sitemap(client, neglect):
    review_about(neglect)
    assert 'href="/themes/"' in text(client, "/")
    sitemap = client.get("/sitemap.xml").content.decode()
    assert "/themes/</loc>" in sitemap
    assert "/themes/neglect/</loc>" in sitemap


def test_editor_adds_research_and_resources(editor_client, neglect):
    message = {
        "title": "A study",
        "summary": "In short.",
        "source": "An institute",
        "link": "https://example.org/",
        "published": "2026-02-03",
        "themes": neglect.pk,
    }
    editor_client.post("/admin/reviews/researchmessage/add/", message)
    course = {
        "title": "A course",
        "kind": "training",
        "link": "https://example.org/",
        "order": 1,
        "themes": neglect.pk,
    }
    editor_client.post("/admin/reviews/resource/add/", course)
    assert [str(one) for one in neglect.research_messages.all()] == ["A study"]
    assert [str(one) for one in neglect.resources.all()] == ["A course"]
