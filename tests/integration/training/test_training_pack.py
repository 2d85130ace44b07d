"""The training pack of a theme: the page where it is put together, and what lies in the ZIP."""

import zipfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.utils import timezone
from pptx import Presentation

from reviews.models import CaseReview, ResearchMessage, Resource
from tests.factories import (
    download,
    make_briefing,
    make_review,
    make_scenario,
    make_theme,
)
from tests.factories.made_pdfs import headings_of, pages_in, text_of
from tests.factories.word_files import WordFile
from tscb.common.publishing.models import Status
from tscb.training import views
from tscb.training.background import work

pytestmark = pytest.mark.django_db
PAGE = "/themes/neglect/training-pack/"
FILE = f"{PAGE}file/"


@pytest.fixture
def theme():
    """A theme with one of everything, by the names that addresses give the parts."""
    theme = make_theme("Neglect", description="What goes unmet.")
    review = make_review(title="Seeing the child", slug="seeing", learning=["Ask **twice**."])
    briefing = make_briefing(title="A day", slug="a-day")
    for item in (review, briefing):
        item.themes.add(theme)
    study = ResearchMessage.objects.create(
        title="A study", summary="It helps.", source="An institute", link="https://a.example/s"
    )
    course = Resource.objects.create(title="A course", link="https://a.example/c")
    for item in (study, course):
        item.themes.add(theme)
    theme.keys = {
        "scenario": f"scenario-{make_scenario(review).pk}",
        "lesson": f"lesson-{review.learning_points.get().pk}",
        "briefing": f"briefing-{briefing.pk}",
        "research": f"research-{study.pk}",
        "resource": f"resource-{course.pk}",
    }
    return theme


def asked(theme, *kinds: str, **others: str) -> str:
    """The address of a choice, without the page's own part."""
    pairs = [*(("part", theme.keys[kind]) for kind in kinds), *others.items()]
    return "?" + "&".join(f"{name}={value}" for name, value in pairs)


def packed(client, query: str = "") -> dict[str, bytes]:
    _, content = download(client, FILE + query)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def shown(client, query: str = "") -> str:
    response = client.get(PAGE + query)
    assert response.status_code == 200
    return response.content.decode()


def test_page_offers_all_that_is_published_ticked(client, theme):
    page = shown(client)
    for key in theme.keys.values():
        assert f'value="{key}"' in page
    assert page.count(" checked") == 5
    assert "59 minutes" in page
    assert "Not in your session" not in page


def test_pack_holds_all_that_a_session_needs(client, theme):
    files = packed(client)
    assert list(files) == [
        "README.txt", "1-trainers-guide.pdf", "2-slides.pdf", "3-slides.pptx", "4-lessons.pdf",
        "5-scenarios.pdf", "6-further.pdf", "7-action-plan.docx", "8-feedback.pdf",
        "briefings/01-a-day.pdf",
    ]  # fmt: skip
    read_me = files["README.txt"].decode()
    assert all(name in read_me for name in list(files)[1:])
    assert "0161 342 4101" in read_me
    assert files["briefings/01-a-day.pdf"] == download(client, "/briefings/a-day/pdf/")[1]
    assert WordFile(files["7-action-plan.docx"]).styled("Title") == ["Action plan: Neglect"]
    assert "https://a.example/s" in text_of(files["6-further.pdf"])
    assert "Ask twice." in text_of(files["4-lessons.pdf"])


def test_file_has_a_name_that_tells_of_nobody(client, theme):
    response = client.get(FILE)
    assert response.headers["Content-Type"] == "application/zip"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="training-pack-neglect.zip"'
    )


def test_papers_are_tagged(client, theme):
    for name, content in packed(client).items():
        if name.endswith(".pdf"):
            with pikepdf.open(BytesIO(content)) as pdf:
                assert pdf.Root.MarkInfo.Marked, name
                assert str(pdf.Root.Lang) == "en-GB"
                assert pdf.open_metadata()["pdfuaid:part"] == "1"


def test_what_the_review_found_is_the_trainers_alone(client, theme):
    files = packed(client)
    found = "Nobody had asked the child."
    assert found in text_of(files["1-trainers-guide.pdf"])
    assert found not in text_of(files["5-scenarios.pdf"]) + text_of(files["2-slides.pdf"])
    with zipfile.ZipFile(BytesIO(files["3-slides.pptx"])) as archive:
        assert not [name for name in archive.namelist() if found.encode() in archive.read(name)]
    assert "Whom would you ring?" in text_of(files["5-scenarios.pdf"])


def test_scenarios_stand_one_a_page(client, theme):
    make_scenario(CaseReview.objects.get(), title="Another week")
    scenarios = packed(client)["5-scenarios.pdf"]
    assert pages_in(scenarios) == 2
    assert [one for one in headings_of(scenarios) if "Case scenario" in one] == [
        "Case scenario 1: A quiet week", "Case scenario 2: Another week",
    ]  # fmt: skip


def test_order_is_the_order_of_the_address_everywhere(client, theme):
    files = packed(client, asked(theme, "scenario", "briefing", minutes="60"))
    show = Presentation(BytesIO(files["3-slides.pptx"]))
    titles = [slide.shapes.title.text_frame.text for slide in show.slides]
    assert titles == [
        "Neglect", "What this session is for", "Ground rules", "Case scenario 1: A quiet week",
        "To talk through: A quiet week", "Briefing 1: A day", "What will we do differently?",
        "If you are worried about a child",
    ]  # fmt: skip
    assert headings_of(files["2-slides.pdf"]) == titles[1:]
    guide = text_of(files["1-trainers-guide.pdf"])
    assert guide.index("0:05 · Case scenario 1") < guide.index("0:25 · Briefing 1: A day")
    assert "Time to talk" in guide
    assert "4-lessons.pdf" not in files


def test_a_part_is_moved_and_the_address_stays_clean(client, theme):
    query = asked(theme, "lesson", "scenario", up=theme.keys["scenario"])
    response = client.get(PAGE + query)
    lesson, scenario = theme.keys["lesson"], theme.keys["scenario"]
    assert response.status_code == 302
    assert response.url == f"{PAGE}?chosen=1&part={scenario}&part={lesson}#row-{scenario}"
    page = shown(client, f"?chosen=1&part={scenario}&part={lesson}")
    assert page.index(f'value="{scenario}"') < page.index(f'value="{lesson}"')
    assert "Not in your session" in page


def test_what_does_not_fit_is_said(client, theme):
    assert "15 more than the 20 that you have" in shown(
        client, asked(theme, "scenario", minutes="20")
    )
    guide = packed(client, asked(theme, "scenario", minutes="20"))["1-trainers-guide.pdf"]
    assert "15 more than the 20 that you have" in text_of(guide)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?chosen=1", "Tick at least one part for your session"),
        ("?chosen=1&minutes=long", "Enter how long your session is in minutes, from 20 to 480"),
        ("?part=lesson-999999", "no longer published, or not part of this theme"),
    ],
)
def test_what_is_wrong_is_said_on_the_page_and_the_file_leads_there(client, theme, query, sentence):
    assert sentence in shown(client, query)
    response = client.get(FILE + query)
    assert (response.status_code, response.url) == (302, PAGE + query)


def test_what_is_gone_is_left_out_and_the_pack_says_so(client, theme):
    query = asked(theme, "lesson") + "&part=lesson-999999"
    assert "was left out" in shown(client, query)
    assert "no longer published" in packed(client, query)["README.txt"].decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.DRAFT},
        {"status": Status.WITHDRAWN},
        {"published_at": timezone.now() + timedelta(days=3)},
    ],
)
def test_nothing_of_a_review_that_is_not_public_is_in_it(client, theme, fields):
    hidden = make_review(title="Not to be seen", slug="hidden", learning=["Hidden point"], **fields)
    hidden.themes.add(theme)
    scenario = make_scenario(hidden, title="Hidden week")
    page = shown(client, f"?part=scenario-{scenario.pk}")
    assert "Hidden" not in page
    assert "was left out" in page
    everything = b"".join(packed(client).values())
    assert b"hidden" not in everything


def test_a_withdrawn_review_goes_at_once_from_page_pack_and_disk(client, theme):
    client.get(FILE)
    kept = Path(settings.DATA_DIR, "made", "training", str(theme.pk))
    assert [file for file in kept.rglob("*") if file.is_file()]
    review = CaseReview.objects.get()
    review.status, review.withdrawn_at = Status.WITHDRAWN, timezone.now()
    review.save()
    assert "A quiet week" not in shown(client)
    assert "5-scenarios.pdf" not in packed(client, asked(theme, "briefing"))
    response = client.get(FILE + asked(theme, "scenario"))
    assert response.status_code == 302
    work()
    for file in kept.rglob("*"):
        assert not file.is_file() or file.stat().st_mtime >= review.updated_at.timestamp()


def test_pack_is_made_once_and_always_the_same(client, theme):
    _, first = download(client, FILE)
    folder = Path(settings.DATA_DIR, "made", "training", str(theme.pk))
    (file,) = (one for one in folder.rglob("*") if one.is_file())
    stamp = file.stat().st_mtime_ns
    assert download(client, FILE)[1] == first
    assert file.stat().st_mtime_ns == stamp
    file.unlink()
    assert download(client, FILE)[1] == first
    mark = client.get(FILE).headers["ETag"]
    assert client.get(FILE, headers={"If-None-Match": mark}).status_code == 304


def test_making_packs_has_an_end(client, theme, monkeypatch):
    monkeypatch.setattr(views, "MADE_AN_HOUR", 1)
    assert client.get(FILE).status_code == 200
    assert client.get(FILE).status_code == 200, "it is kept"
    assert client.get(FILE + asked(theme, "lesson")).status_code == 429


def test_a_theme_with_nothing_to_teach_says_so(client):
    theme = make_theme("Neglect")
    make_review(learning=[]).themes.add(theme)
    assert "nothing to teach from" in shown(client)
    response = client.get(FILE)
    assert response.status_code == 404
    assert "nothing to teach from" in response.content.decode()


def test_a_theme_that_is_not_public_has_no_pack(client):
    make_theme("Neglect")
    assert client.get(PAGE).status_code == client.get(FILE).status_code == 404


def test_pages_of_the_themes_lead_to_it(client, theme):
    for address in ("/themes/", "/themes/neglect/"):
        assert f'href="{PAGE}"' in client.get(address).content.decode()


@pytest.mark.parametrize(
    "hostile", ["#panic() $x$ ] ) }", "😀 שלום 中", "w" * 90, "\u200b", '"\\ <w:p/> & {{ x }}']
)
def test_hostile_text_stops_no_file(client, hostile):
    theme = make_theme("Neglect", description=hostile)
    review = make_review(title=hostile, slug="hostile", learning=[hostile])
    make_scenario(review, title=hostile, scenario=hostile, questions=hostile, found=hostile)
    review.themes.add(theme)
    assert len(packed(client)) == 8
