"""The sample shows every state, reached through the real actions, and goes without a trace."""

import json
from pathlib import Path

import pytest

from reviews import sample, sample_states
from reviews.models import CaseReview
from reviews.sample_removal import delete_sample
from tests.factories import make_review
from tests.factories.files import kept_files
from tscb.board import sample as people
from tscb.board.models import User
from tscb.common.publishing import proposals
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db(transaction=True)
STATES = json.loads(sample_states.CONTENT.read_text())
IMPORTED = {STATES["on_request"], STATES["proposed"]["slug"]}


@pytest.fixture(autouse=True)
def files(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """Those imported reviews that are to change their state, without documents."""
    records = map(json.loads, sample.RECORDS.read_text().splitlines())
    kept = [{**one, "documents": []} for one in records if one["slug"] in IMPORTED]
    path = tmp_path / sample.RECORDS.name
    path.write_text("".join(f"{json.dumps(record)}\n" for record in kept))
    return path


def states() -> dict[str, str]:
    return {review.slug: review.state_in_words for review in CaseReview.objects.all()}


def test_newcomer_sees_every_state(few):
    people.load()
    sample.load(few)
    assert {review.status for review in CaseReview.objects.all()} == set(Status)
    reviews = {review.slug: review for review in CaseReview.objects.filter(is_sample=True)}
    assert len(reviews) == len(IMPORTED) + len(STATES["written"])
    assert reviews["dogs-in-the-home"].is_scheduled
    assert reviews["transport-to-contact"].is_due
    assert reviews[STATES["on_request"]].is_on_request
    assert reviews["two-addresses"].withdrawn_at
    public = CaseReview.objects.published().values_list("slug", flat=True)
    assert set(public) == {*IMPORTED, "transport-to-contact"}


def test_two_people_brought_them_there(few):
    people.load()
    sample.load(few)
    checked = CaseReview.objects.get(slug="handover-between-health-visitors")
    assert {checked.edited_by, checked.checked_by} == set(people.editors())
    assert len(people.editors()) == 2
    events = HistoryEntry.objects.of(checked).values_list("event", flat=True)
    assert list(events) == ["Checked", "Written"]


def test_proposed_change_can_be_accepted_by_the_second_editor(few):
    people.load()
    sample.load(few)
    review = CaseReview.objects.get(slug=STATES["proposed"]["slug"])
    by = review.proposed.by
    second = next(one for one in people.editors() if one != by)
    assert not review.recommendations.filter(
        evidence=STATES["proposed"]["becomes"]["evidence"]
    ).exists()
    proposals.accept(item=review, by=second)
    done = review.recommendations.get(evidence=STATES["proposed"]["becomes"]["evidence"])
    assert (done.owner, done.status) == ("Youth justice", "done")


def without_times(said):
    """What is scheduled is scheduled from the moment of loading: its day is enough."""
    return {slug: str(state).partition(",")[0] for slug, state in said.items()}


def test_loading_again_brings_every_state_back(few):
    people.load()
    sample.load(few)
    before = without_times(states())
    sample.load(few)
    assert without_times(states()) == before
    assert CaseReview.objects.filter(proposed__isnull=False).count() == 1


def test_without_sample_people_nobody_writes_or_checks(few):
    sample.load(few)
    assert set(states()) == IMPORTED
    assert not HistoryEntry.objects.exists()


def test_removing_leaves_no_trace(few):
    people.load()
    sample.load(few)
    sample.remove()
    people.remove()
    assert not CaseReview.objects.exists()
    assert not HistoryEntry.objects.exists()
    assert not User.objects.exists()
    assert not kept_files()


def test_history_of_what_is_true_stays():
    with pytest.raises(ValueError, match="Only sample content"):
        delete_sample(make_review())
    assert CaseReview.objects.exists()


@pytest.mark.parametrize("record", STATES["written"], ids=lambda record: record["state"])
def test_text_says_that_it_is_fictional(record):
    assert record["what_happened"].startswith("This is a fictional case written to show ")
    assert record["state"] in sample_states.WAYS
