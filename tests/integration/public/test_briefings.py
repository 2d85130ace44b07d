"""7 minute briefings and their archive, as anybody sees them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from briefings.models import Question
from tests.factories import download, make_briefing, make_document, make_review, make_theme
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
LIST = "/briefings/"


def of_year(year: int, **fields):
    return make_briefing(published_at=datetime(year, 6, 1, tzinfo=UTC), **fields)


def text(client, address: str, **query: str) -> str:
    response = client.get(address, query)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_what_is_not_public_is_found_nowhere(client, state):
    fields = {
        "draft": {"status": Status.DRAFT},
        "scheduled": {"published_at": timezone.now() + timedelta(minutes=1)},
        "withdrawn": {"status": Status.WITHDRAWN},
    }[state]
    briefing = make_briefing(title="A title of its own", **fields)
    document = make_document(briefing)
    page = briefing.get_absolute_url()
    for address in (page, f"{page}cover/320", document.get_absolute_url()):
        assert client.get(address).status_code == 404, address
    for address in ("/", LIST, "/sitemap.xml"):
        assert briefing.slug not in client.get(address).content.decode()


def test_list_shows_the_newest_first_and_the_years(client):
    of_year(2018, title="Older")
    of_year(2020, title="Newer")
    page = text(client, LIST)
    assert page.index("Newer</a>") < page.index("Older</a>")
    assert page.index("/briefings/archive/2020/") < page.index("/briefings/archive/2018/")


def test_list_without_briefings(client):
    page = text(client, LIST)
    assert "No briefing is published yet." in page
    assert "Archive" not in page


def test_list_page_that_is_not_there(client):
    response = client.get(LIST, {"page": "9999"})
    assert response.status_code == 404
    assert "The last one is page 1." in response.content.decode()


def test_archive_shows_one_year(client):
    of_year(2018, title="Older")
    of_year(2020, title="Newer")
    page = text(client, "/briefings/archive/2018/")
    assert "Older" in page
    assert "Newer" not in page
    assert 'href="/briefings/archive/2018/" aria-current="page"' in page


@pytest.mark.parametrize("year", [1999, 0, 10**12])
def test_archive_of_a_year_without_briefings(client, year):
    of_year(2018)
    response = client.get(f"/briefings/archive/{year}/")
    assert response.status_code == 404
    assert f"No briefing was published in {year}." in response.content.decode()


def test_archive_page_that_is_not_there(client):
    of_year(2018)
    response = client.get("/briefings/archive/2018/", {"page": "2"})
    assert "The last one is page 1." in response.content.decode()


def test_briefing_shows_seven_sections_questions_and_its_review(client):
    briefing = make_briefing()
    review = make_review(title="The review behind it")
    briefing.reviews.add(review)
    briefing.themes.add(make_theme("Fathers"))
    Question.objects.create(briefing=briefing, text="Whom did nobody ask?")
    page = text(client, briefing.get_absolute_url())
    assert page.count("board-seven__part") == 7
    for words in ("Whom did nobody ask?", "The review behind it", "Fathers", briefing.overview):
        assert words in page


def test_briefing_leaves_out_what_it_does_not_have(client):
    page = text(client, make_briefing(overview="").get_absolute_url())
    for words in ("Talk it through", "The review it belongs to", "Documents", "Themes:"):
        assert words not in page


def test_document_of_a_briefing(client):
    document = make_document(make_briefing())
    response, content = download(client, document.get_absolute_url())
    assert response.status_code == 200
    assert content.startswith(b"%PDF-")


def test_document_under_another_name_leads_to_the_right_one(client):
    document = make_document(make_briefing())
    address = document.get_absolute_url()
    response = client.get(address.replace("overview-report.pdf", "old-name.pdf"))
    assert response.headers["Location"] == address


def test_document_of_another_briefing_is_not_found(client):
    document, other = make_document(make_briefing()), make_briefing()
    address = document.get_absolute_url().replace(document.briefing.slug, other.slug)
    assert client.get(address).status_code == 404
