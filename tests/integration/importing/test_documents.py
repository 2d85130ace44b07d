"""Files that come with an import."""

import pytest
from django.test import Client

from briefings.models import BriefingDocument
from reviews.models import CaseReview, ReviewDocument
from tests.factories import download, make_document, make_review
from tests.factories import importing as old
from tests.factories.files import PROGRAM, kept_files, pdf, pdf_with_covered_words
from tests.factories.importing import import_records
from tests.integration.importing.test_bad_records import refusal

pytestmark = pytest.mark.django_db
FILES = {"pdf/r1.pdf": pdf()}
BLOCKED = {"pdf/r1.pdf": pdf_with_covered_words()}
SLUG = "information-sharing-2017"


def with_documents(*documents):
    return old.review(documents=list(documents))


def there_already(**fields) -> ReviewDocument:
    """The document that an earlier import of FILES has left."""
    return make_document(make_review(slug=SLUG), **fields)


def files_of(document) -> set[str]:
    return set(document.kept_files)


def test_document_is_public_with_its_page(tmp_path):
    record = with_documents(old.document(language="cy"))
    import_records(tmp_path, record, files=FILES)
    document = ReviewDocument.objects.get()
    assert (document.role, document.language, document.pages) == ("overview report", "cy", 1)
    response, content = download(Client(), document.get_absolute_url())
    assert response.status_code == 200
    assert content.startswith(b"%PDF-")
    assert document.file_name == "overview-report.pdf"


def test_document_of_a_briefing(tmp_path):
    import_records(tmp_path, old.briefing(documents=[old.document()]), files=FILES)
    document = BriefingDocument.objects.get()
    assert download(Client(), document.get_absolute_url())[0].status_code == 200


def test_document_of_an_unknown_kind_without_a_title(tmp_path):
    record = with_documents({"file": "pdf/r1.pdf", "role": "Appendix"})
    import_records(tmp_path, record, files=FILES)
    document = ReviewDocument.objects.get()
    assert (document.role, document.title) == ("other", "Other document")


def test_run_twice_keeps_the_address_and_the_file(tmp_path):
    document = there_already()
    before = kept_files()
    import_records(tmp_path, with_documents(old.document()), files=FILES)
    assert ReviewDocument.objects.get().get_absolute_url() == document.get_absolute_url()
    assert kept_files() == before


def test_run_again_tells_the_document_anew(tmp_path):
    there_already()
    record = with_documents(old.document(role="action plan", language="pl"))
    import_records(tmp_path, record, files=FILES)
    document = ReviewDocument.objects.get()
    assert (document.role, document.language) == ("action plan", "pl")


@pytest.mark.parametrize("title", ["Overview report", "Called otherwise"])
def test_document_that_was_taken_off_does_not_come_back(tmp_path, title):
    there_already(taken_off=True, title=title)
    import_records(tmp_path, with_documents(old.document()), files=FILES)
    assert [document.taken_off for document in ReviewDocument.objects.all()] == [True]


def test_same_file_twice_stays_two_documents(tmp_path):
    first = there_already()
    make_document(first.review)
    record = with_documents(old.document(), old.document())
    import_records(tmp_path, record, files=FILES)
    assert ReviewDocument.objects.count() == 2


def test_one_of_two_documents_stays(tmp_path):
    summary = there_already(title="Summary", order=0)
    report = make_document(summary.review, order=1)
    import_records(tmp_path, with_documents(old.document()), files=FILES)
    assert list(ReviewDocument.objects.all()) == [report]


def test_document_that_is_no_longer_in_the_record_goes(
    tmp_path, django_capture_on_commit_callbacks
):
    document = there_already()
    with django_capture_on_commit_callbacks(execute=True):
        import_records(tmp_path, old.review())
    assert not ReviewDocument.objects.exists()
    assert not files_of(document) & kept_files()


def test_critical_findings_leave_the_file_out_and_say_so(
    tmp_path, django_capture_on_commit_callbacks
):
    before = kept_files()
    with django_capture_on_commit_callbacks(execute=True):
        report = import_records(tmp_path, with_documents(old.document()), files=BLOCKED)
    assert "line 1, documents[0].file: not imported: " in report
    assert CaseReview.objects.get().is_public
    assert not ReviewDocument.objects.exists()
    assert kept_files() == before


def test_trusted_file_is_imported_all_the_same(tmp_path):
    record = with_documents(old.document())
    report = import_records(tmp_path, record, files=BLOCKED, trust_files=True)
    assert "not imported" not in report
    document = ReviewDocument.objects.get()
    assert document.critical_findings
    assert download(Client(), document.get_absolute_url())[0].status_code == 200


def test_file_that_is_trusted_no_longer_goes(tmp_path):
    found = {"severity": "critical", "message": "Words under a black bar."}
    there_already(findings=[found])
    report = import_records(tmp_path, with_documents(old.document()), files=FILES)
    assert "line 1, documents[0].file: not imported: Words under a black bar." in report
    assert not ReviewDocument.objects.exists()


def test_file_without_a_safe_copy_is_not_imported(tmp_path):
    document = there_already()
    ReviewDocument.objects.filter(pk=document.pk).update(cleaned="")
    record = with_documents(old.document())
    report = import_records(tmp_path, record, files=FILES, trust_files=True)
    assert "documents[0].file: not imported: no safe copy of it can be made." in report
    assert not ReviewDocument.objects.exists()


def test_upload_that_waits_is_public_when_the_import_brings_it(tmp_path):
    document = there_already(released_at=None)
    import_records(tmp_path, with_documents(old.document()), files=FILES)
    document.refresh_from_db()
    assert document.released_at == document.review.published_at


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("pdf/no.pdf", "there is no file pdf/no.pdf."),
        ("pdf", "there is no file pdf."),
        ("../r1.pdf", "lies outside the folder of the import file."),
        ("/etc/passwd", "lies outside the folder of the import file."),
        ("outside.pdf", "lies outside the folder of the import file."),
        ("circle.pdf", "circle.pdf cannot be read."),
        ("x" * 300, f"{'x' * 300} cannot be read."),
        ("pdf/program.pdf", "This file is a Windows program, not a PDF."),
    ],
)
def test_file_that_cannot_be_taken(tmp_path, file, sentence):
    folder = tmp_path / "import"
    folder.mkdir()
    (tmp_path / "r1.pdf").write_bytes(pdf())
    (folder / "outside.pdf").symlink_to(tmp_path / "r1.pdf")
    (folder / "circle.pdf").symlink_to(folder / "circle.pdf")
    record = with_documents(old.document(file))
    [problem] = refusal(folder, record, files={"pdf/program.pdf": PROGRAM})
    assert problem.startswith(f"line 1, documents[0].file: {sentence}")
    assert not CaseReview.objects.exists()


def test_file_with_a_null_in_its_name(tmp_path):
    first, second = refusal(tmp_path, with_documents(old.document("a\x00.pdf")))
    assert first.startswith("line 1, documents[0].file: holds a character that stands for nothing")
    assert second.startswith("line 1, documents[0].file: ")


def test_document_with_a_bad_field(tmp_path):
    record = with_documents(old.document(title="x" * 201, language="x" * 11))
    assert refusal(tmp_path, record, files=FILES) == [
        "line 1, documents[0].title: has 201 characters; at most 200 fit.",
        "line 1, documents[0].language: has 11 characters; at most 10 fit.",
    ]


@pytest.mark.parametrize("how", ["failed", "dry run"])
def test_no_file_is_left_of_an_import_that_did_not_happen(tmp_path, how):
    before = kept_files()
    records = [with_documents(old.document())]
    if how == "failed":
        refusal(tmp_path, *records, old.theme(name=""), old.briefing(title=""), files=FILES)
    else:
        import_records(tmp_path, *records, files=FILES, dry_run=True)
    assert not ReviewDocument.objects.exists()
    assert kept_files() == before
