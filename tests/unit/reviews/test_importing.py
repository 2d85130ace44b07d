"""What an import means for checking, publication period and the history."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from reviews.models import CaseReview
from tests.factories.admin import change
from tscb.common.importing import Options, import_file
from tscb.common.publishing.due import months_after
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
RECORD = {
    "kind": "review",
    "slug": "information-sharing",
    "title": "Information sharing",
    "type": "Serious Case Review",
    "published": "2014-03-01",
    "summary": "What agencies knew.",
    "what_happened": "Each held one part.",
    "learning": ["Ask, and tell."],
}


def bring(folder: Path, **fields) -> CaseReview:
    path = folder / "records.jsonl"
    path.write_text(json.dumps({**RECORD, **fields}))
    import_file(path, Options(folder=folder))
    return CaseReview.objects.get()


def test_import_is_public_and_checked_by_nobody_of_this_site(tmp_path):
    review = bring(tmp_path)
    assert review.is_public
    assert (review.edited_by, review.checked_by) == (None, None)


def test_old_review_falls_due_a_period_after_the_import(tmp_path):
    assert bring(tmp_path).due_for_review_on == months_after(timezone.localdate(), 12)


def test_review_to_come_falls_due_a_period_after_its_publication(tmp_path):
    later = timezone.localdate() + timedelta(days=40)
    assert bring(tmp_path, published=str(later)).due_for_review_on == months_after(later, 12)


def test_second_import_leaves_the_period(tmp_path):
    bring(tmp_path)
    CaseReview.objects.update(due_for_review_on="2020-01-01")
    assert str(bring(tmp_path).due_for_review_on) == "2020-01-01"


def test_import_takes_the_place_of_what_editors_did_and_the_history_keeps_it(
    tmp_path, editor_client
):
    review = bring(tmp_path)
    change(editor_client, review, title="Proposed by an editor")
    review = bring(tmp_path, title="Imported again")
    assert (review.title, review.proposed, review.status) == (
        "Imported again",
        None,
        Status.PUBLISHED,
    )
    kept = HistoryEntry.objects.of(review).versions()
    assert kept.filter(content__fields__title="Proposed by an editor").exists()
