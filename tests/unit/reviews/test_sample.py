"""Loading the sample reviews and taking them away, with all that came with them."""

import json
from pathlib import Path

import pytest

from reviews.models import CaseReview, Harm, ResearchMessage, Resource, ReviewDocument, Theme
from reviews.sample import RECORDS, load, remove
from reviews.sample_covers import picture
from tscb.board.models import Agency

pytestmark = pytest.mark.django_db(transaction=True)
CHOSEN = {"interpreters-and-a-childs-voice", "moves-that-nobody-planned"}


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """Two of the reviews, one of them with a document, and all themes."""
    lines = RECORDS.read_text().splitlines(keepends=True)
    kept = [
        line for line in lines if '"kind": "theme"' in line or json.loads(line)["slug"] in CHOSEN
    ]
    path = tmp_path / RECORDS.name
    path.write_text("".join(kept))
    return path


@pytest.fixture
def files(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def test_sample_is_published_marked_and_passes_the_safety_gate(few, files):
    outcome = load(few)

    assert not outcome.notes
    assert set(CaseReview.objects.published().values_list("slug", flat=True)) == CHOSEN
    assert not CaseReview.objects.filter(is_sample=False).exists()
    assert ReviewDocument.objects.released().get().pages >= 3


def test_some_have_a_cover_that_shows_nothing_in_particular(few, files):
    load(few)
    covers = dict(CaseReview.objects.values_list("slug", "cover_sizes"))

    assert {size["width"] for size in covers["moves-that-nobody-planned"]} == {320, 640, 960}
    assert covers["interpreters-and-a-childs-voice"] == []
    assert picture("one").getvalue() == picture("one").getvalue() != picture("two").getvalue()


def test_loading_twice_changes_nothing(few, files):
    load(few)
    before = set(ReviewDocument.objects.values_list("public_id", flat=True))
    outcome = load(few)

    assert not outcome.made
    assert set(ReviewDocument.objects.values_list("public_id", flat=True)) == before


def test_removing_leaves_what_staff_made_and_uses(few, files):
    load(few)
    own = CaseReview.objects.get(slug="moves-that-nobody-planned")
    CaseReview.objects.filter(pk=own.pk).update(is_sample=False)
    remove()

    assert list(CaseReview.objects.all()) == [own]
    assert set(Theme.objects.all()) == set(own.themes.all())
    assert set(Harm.objects.all()) == set(own.harms.all())
    assert not Agency.objects.filter(name="Community interpreting service").exists()
    kept = {size["file"] for size in own.cover_sizes}
    assert {str(path.relative_to(files)) for path in files.rglob("*") if path.is_file()} == kept


def test_themes_get_fictional_research_and_resources_that_go_with_the_sample(few, files):
    load(few)
    load(few)
    kinds = ResearchMessage, Resource
    titles = [model.objects.values_list("title", flat=True) for model in kinds]
    assert all(found and len(found) == len(set(found)) for found in map(list, titles))
    assert Theme.objects.get(slug="neglect").research_messages.filter(is_sample=True).exists()
    remove()
    assert not any(model.objects.exists() for model in kinds)
