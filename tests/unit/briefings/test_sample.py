"""Loading the sample briefings after the reviews, and taking them away."""

import json
from pathlib import Path

import pytest

from briefings import sample
from briefings.models import Briefing, BriefingDocument, BriefingUse, UseState
from reviews.models import Theme
from tests.factories.reviews import make_agency
from tscb.board import facts

pytestmark = pytest.mark.django_db(transaction=True)
CHOSEN = {"strategy-discussions-that-work", "professional-curiosity"}
THEME = "safeguarding-together"


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """Two briefings that need no review, one of them with a document, and the theme."""
    lines = sample.RECORDS.read_text().splitlines(keepends=True)
    kept = [line for line in lines if json.loads(line)["slug"] in {*CHOSEN, THEME}]
    path = tmp_path / sample.RECORDS.name
    path.write_text("".join(kept))
    return path


@pytest.fixture
def files(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def test_sample_is_published_and_marked_and_its_files_pass_the_gate(few, files):
    outcome = sample.load(few)

    assert not outcome.notes
    assert set(Briefing.objects.published().values_list("slug", flat=True)) == CHOSEN
    assert not Briefing.objects.filter(is_sample=False).exists()
    assert BriefingDocument.objects.released().get().pages == 1


def test_teams_have_used_sample_briefings_and_some_words_wait(few, files):
    facts.set_up()
    for _ in range(2):  # what is there is renewed
        sample.load(few)
    assert set(BriefingUse.objects.values_list("state", flat=True)) == {UseState.WAITING}
    sample.remove()
    assert not BriefingUse.objects.exists()


def test_agencies_and_resources_are_given_once_however_often_it_is_loaded(few, files):
    police = make_agency("Police")
    for _ in range(2):
        sample.load(few)
    meetings = Briefing.objects.get(slug="strategy-discussions-that-work")
    assert list(meetings.agencies.all()) == [police], "the others of its list are not there"
    assert meetings.resources.count() == 1


def test_removing_takes_files_and_unused_themes_away(few, files):
    sample.load(few)
    own = Briefing.objects.get(slug="professional-curiosity")
    Briefing.objects.filter(pk=own.pk).update(is_sample=False)
    sample.remove()

    assert list(Briefing.objects.all()) == [own]
    assert set(Theme.objects.all()) == set(own.themes.all())
    assert not [path for path in files.rglob("*") if path.is_file()]
