"""Where a reader goes from one briefing: resources, agencies, related ones, before and after."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from briefings.reading import neighbours
from tests.factories import make_briefing, make_theme
from tests.factories.reviews import make_agency
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
NOON = datetime(2020, 6, 1, 12, tzinfo=UTC)


def text(client, briefing) -> str:
    return " ".join(client.get(briefing.get_absolute_url()).content.decode().split())


def test_resources_and_agencies_are_linked(client):
    briefing = make_briefing()
    briefing.resources.create(title="A course", link="https://example.org/course", order=2)
    briefing.resources.create(title="A tool", link="https://example.org/tool", order=1)
    briefing.agencies.add(make_agency("Health visiting"))
    page = text(client, briefing)
    assert 'href="https://example.org/course">A course</a>' in page
    assert page.index("A tool") < page.index("A course")
    assert 'href="/briefings/?agency=health-visiting">Health visiting</a>' in page


def test_overview_is_in_the_small_markup(client):
    page = text(client, make_briefing(overview="In **short**.\n\n<b>Not bold</b>"))
    assert "In <strong>short</strong>." in page
    assert "&lt;b&gt;Not bold&lt;/b&gt;" in page


def test_briefings_with_the_same_themes_are_related_and_no_others(client):
    fathers = make_theme("Fathers")
    one, other = make_briefing(), make_briefing(title="Also on fathers")
    make_briefing(title="On something else")
    for briefing in (one, other, make_briefing(title="Not public", status=Status.DRAFT)):
        briefing.themes.add(fathers)
    related = text(client, one).partition('id="related"')[2].partition("</section>")[0]
    assert "Also on fathers" in related
    assert "Not public" not in related
    assert "On something else" not in related


def test_one_before_and_one_after(client):
    before = make_briefing(title="Before", published_at=NOON - timedelta(days=1))
    make_briefing(title="Long before", published_at=NOON - timedelta(days=9))
    one = make_briefing(published_at=NOON)
    after = make_briefing(title="After", published_at=NOON)  # the same moment, written later
    make_briefing(title="Long after", published_at=NOON + timedelta(days=9))
    make_briefing(title="To come", published_at=timezone.now() + timedelta(days=1))
    page = text(client, one)
    assert f'href="{before.get_absolute_url()}" rel="prev"' in page
    assert f'href="{after.get_absolute_url()}" rel="next"' in page
    for title in ("Long before", "Long after", "To come"):
        assert title not in page


def test_ends_of_the_row(client):
    oldest = make_briefing(published_at=NOON)
    newest = make_briefing(published_at=NOON + timedelta(days=1))
    assert set(neighbours(oldest)) == {"next"}
    assert set(neighbours(newest)) == {"previous"}
    assert 'rel="prev"' not in text(client, oldest)
    newest.delete()
    assert "Briefings before and after" not in text(client, oldest)


def test_draft_has_no_place_in_the_row(django_assert_num_queries):
    draft = make_briefing(status=Status.DRAFT)
    with django_assert_num_queries(0):
        assert neighbours(draft) == {}
