"""The files and pages that a team takes along, as anybody gets them."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils import timezone

from briefings.models import BriefingSection, Question
from briefings.sheet import sheet_response
from briefings.use.questions import FOR_EVERY_TEAM
from tests.factories import download, make_briefing
from tests.factories.made_pdfs import headings_of, pages_in, text_of
from tscb.board import site
from tscb.board.addresses import full_address
from tscb.board.models import BoardSettings
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
WAYS = ("pdf", "text", "present")


def address(briefing, way: str = "pdf") -> str:
    return f"{briefing.get_absolute_url()}{way}/"


def kept_of(briefing) -> list[Path]:
    folder = Path(settings.DATA_DIR, "made", "briefings", str(briefing.pk))
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_what_is_not_public_cannot_be_taken_along(client, way, state):
    fields = {
        "draft": {"status": Status.DRAFT},
        "scheduled": {"published_at": timezone.now() + timedelta(minutes=1)},
        "withdrawn": {"status": Status.WITHDRAWN},
    }[state]
    briefing = make_briefing(title="A title of its own", **fields)
    response = client.get(address(briefing, way))
    assert response.status_code == 404
    assert b"A title of its own" not in response.content


def test_what_was_kept_is_not_served_once_it_is_withdrawn(client):
    briefing = make_briefing()
    assert client.get(address(briefing)).status_code == 200
    type(briefing).objects.update(status=Status.WITHDRAWN, withdrawn_at=timezone.now())
    assert client.get(address(briefing)).status_code == 404


def test_page_is_a_pdf_under_a_name_that_tells_of_nobody(client):
    briefing = make_briefing(title="Child T, born 1 March", slug="asking-fathers")
    response, content = download(client, address(briefing))
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == (
        'inline; filename="7-minute-briefing-asking-fathers.pdf"'
    )
    assert "public" in response.headers["Cache-Control"]
    assert "noindex" not in response.headers.get("X-Robots-Tag", "")
    assert pages_in(content) == 1
    assert headings_of(content)[:7] == [f"Part {number}" for number in range(1, 8)]


def test_page_is_made_once_and_the_same_for_all(client):
    briefing = make_briefing()
    _, first = download(client, address(briefing))
    (file,) = kept_of(briefing)
    stamp = file.stat().st_mtime_ns
    assert download(client, address(briefing))[1] == first == file.read_bytes()
    assert file.stat().st_mtime_ns == stamp


def test_page_follows_every_change_at_once_and_leaves_nothing_old(client):
    briefing = make_briefing()
    download(client, address(briefing))
    BriefingSection.objects.filter(briefing=briefing, number=3).update(text="Ask the father.")
    Question.objects.create(briefing=briefing, text="Who asked?")
    briefing.resources.create(title="Toolkit", link="https://toolkit.example/")
    BoardSettings.objects.update_or_create(pk=1, defaults={"board_name": "A new partnership"})
    site.forget()
    shown = text_of(download(client, address(briefing))[1])
    for expected in ("Ask the father.", "Who asked?", "Toolkit", "A new partnership"):
        assert expected in shown
    assert len(kept_of(briefing)) == 1


@pytest.mark.parametrize("way", ["pdf", "text"])
def test_unchanged_file_is_not_sent_again(client, way):
    briefing = make_briefing()
    mark = client.get(address(briefing, way)).headers["ETag"]
    same = client.get(address(briefing, way), headers={"If-None-Match": mark})
    assert same.status_code == 304
    BriefingSection.objects.filter(briefing=briefing).update(text="New.")
    assert client.get(address(briefing, way), headers={"If-None-Match": mark}).status_code == 200


@pytest.mark.parametrize("way", WAYS)
def test_head_answers_as_get_without_the_file(client, way):
    briefing = make_briefing()
    whole = client.get(address(briefing, way))
    head = client.head(address(briefing, way))
    assert head.status_code == 200
    assert not head.content
    for name in ("Content-Type", "Cache-Control", "Content-Length"):
        assert head.headers.get(name) == whole.headers.get(name)


def test_a_part_of_the_page_can_be_asked_for(client):
    briefing = make_briefing()
    _, whole = download(client, address(briefing))
    response, part = download(client, address(briefing), Range="bytes=0-99")
    assert (response.status_code, part) == (206, whole[:100])


def test_an_imported_briefing_that_does_not_fit_is_served_with_its_pages(client):
    briefing = make_briefing()
    BriefingSection.objects.filter(briefing=briefing).update(text="word " * 590)
    assert pages_in(download(client, address(briefing))[1]) > 1


def test_the_editors_page_is_kept_nowhere():
    draft = make_briefing(status=Status.DRAFT)
    response = sheet_response(RequestFactory().get("/"), draft)
    assert "Draft – not published" in text_of(response.getvalue())
    assert "no-store" in response.headers["Cache-Control"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert not kept_of(draft)


def test_text_is_plain_and_whole(client):
    briefing = make_briefing(title="Größe & <b>", slug="size")
    response, content = download(client, address(briefing, "text"))
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert 'filename="7-minute-briefing-size.txt"' in response.headers["Content-Disposition"]
    text = content.decode()
    assert text.startswith("Größe & <b>\n")
    assert "7. Part 7" in text


def test_presentation_is_one_long_page_with_all_parts_in_order(client):
    briefing = make_briefing(title="Unseen")
    Question.objects.create(briefing=briefing, text="Whom did nobody ask?")
    page = client.get(address(briefing, "present")).content.decode()
    names = ["start", *(f"part-{number}" for number in range(1, 8)), "questions"]
    places = [page.index(f'id="{name}" aria-labelledby') for name in names]
    assert places == sorted(places)
    for expected in ("Whom did nobody ask?", "Samaritans", "tel:999", "js/present.js"):
        assert expected in page
    assert f'rel="canonical" href="{full_address(briefing.get_absolute_url())}"' in page


def test_presentation_opens_with_the_overview_as_the_page_shows_it(client):
    page = client.get(address(make_briefing(overview="**Ask** early."), "present"))
    assert "<strong>Ask</strong> early." in page.content.decode()


def test_presentation_without_questions_ends_with_the_general_ones(client):
    page = client.get(address(make_briefing(), "present")).content.decode()
    assert all(question in page for question in FOR_EVERY_TEAM)


def test_page_of_the_briefing_leads_to_all_ways(client):
    briefing = make_briefing()
    page = client.get(briefing.get_absolute_url()).content.decode()
    for way in WAYS:
        assert f'href="{address(briefing, way)}"' in page
    assert "(PDF)" in page


def test_page_of_the_briefing_names_the_size_once_it_is_known(client):
    briefing = make_briefing()
    client.get(address(briefing))
    assert "(PDF, 3" in client.get(briefing.get_absolute_url()).content.decode()
