"""Taking a document in, and who may sign it off."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError

from reviews.documents import refusal, release, take_in
from reviews.models import ReviewDocument
from tests.factories import make_document, make_person, make_review

pytestmark = pytest.mark.django_db
WARNING = {"kind": "script", "severity": "warning", "page": None, "message": "x"}


def test_file_that_cannot_be_read_is_kept_and_blocked():
    document = ReviewDocument(review=make_review(), title="Report")
    document.original.save("a.pdf", ContentFile(b"%PDF-1.7 and nothing else"), save=False)
    take_in(document=document, by=make_person())
    document.refresh_from_db()
    assert not document.cleaned
    assert (document.size, document.released_at) == (0, None)
    assert document.critical_findings
    assert document.stage_in_words == "Blocked by critical findings"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"released_at": None}, ""),
        ({}, "“Overview report” is signed off already."),
        (
            {"released_at": None, "findings": [{"severity": "critical", "message": "x"}]},
            "“Overview report” has critical findings: mend the file and upload it again.",
        ),
        (
            {"released_at": None, "findings": [WARNING]},
            "“Overview report” has warnings without a reason: write for each why it may stay.",
        ),
        ({"released_at": None, "findings": [{**WARNING, "cleaned": True}]}, ""),
        (
            {"released_at": None, "gate_version": 0},
            "“Overview report” has to be checked again before it is signed off.",
        ),
    ],
)
def test_refusal_says_why(fields, sentence):
    assert refusal(make_document(make_review(), **fields), make_person()) == sentence


def test_release_looks_at_the_row_and_not_at_what_somebody_holds():
    document = make_document(make_review(), released_at=None)
    release(document=document, by=make_person())
    with pytest.raises(ValidationError, match="signed off already"):
        release(document=document, by=make_person())


def test_database_refuses_one_person_in_two_roles():
    person = make_person()
    with pytest.raises(IntegrityError):
        make_document(make_review(), uploaded_by=person, released_by=person)


def test_database_refuses_a_sign_off_without_a_time():
    with pytest.raises(IntegrityError):
        make_document(make_review(), released_by=make_person(), released_at=None)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Full report: part 1", "full-report-part-1.pdf"), ("忽视", "document.pdf")],
)
def test_name_for_the_download_comes_from_the_title(title, name):
    assert ReviewDocument(title=title).file_name == name
