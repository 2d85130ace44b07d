"""All briefings of a year as one ZIP: asked for by staff, made by the worker, never half."""

import csv
import io
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from briefings.models import ArchiveState, Briefing, YearArchive
from briefings.year_archive import contents, making
from briefings.year_archive.asking import ask
from tests.factories import download, make_briefing, make_document, make_use
from tests.factories.admin import admin_address, staff_client
from tscb.common.publishing.models import Status
from tscb.common.uploads.storage import private_storage

pytestmark = pytest.mark.django_db(transaction=True)
MAY, JUNE = datetime(2024, 5, 1, 12, tzinfo=UTC), datetime(2024, 6, 1, 12, tzinfo=UTC)
YEAR_BEFORE = datetime(2023, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def year():
    """Two public briefings of 2024, one of them with a document; a draft, and one of 2023."""
    first = make_briefing(slug="unseen-men", title="Unseen men", published_at=MAY)
    make_document(first, title="To print")
    make_briefing(slug="safer-sleep", title="Safer sleep", published_at=JUNE)
    make_briefing(status=Status.DRAFT)
    make_briefing(published_at=YEAR_BEFORE)
    make_use(first)
    return 2024


def packed(archive: YearArchive) -> zipfile.ZipFile:
    archive.refresh_from_db()
    with archive.file.open("rb") as file:
        return zipfile.ZipFile(io.BytesIO(file.read()))


def test_it_holds_what_was_published_in_the_year_and_a_table_of_it(year, editor):
    archive = ask(year=year, by=editor)
    assert making.make_next() is True
    found = packed(archive)
    assert found.namelist() == [
        "2024-05-unseen-men/briefing.pdf",
        "2024-05-unseen-men/briefing.txt",
        "2024-05-unseen-men/document-1-to-print.pdf",
        "2024-06-safer-sleep/briefing.pdf",
        "2024-06-safer-sleep/briefing.txt",
        "contents.csv",
    ]
    assert found.testzip() is None
    assert found.read("2024-06-safer-sleep/briefing.pdf").startswith(b"%PDF-")
    rows = list(csv.DictReader(io.StringIO(found.read("contents.csv").decode("utf-8-sig"))))
    assert [(row["title"], row["used by teams"]) for row in rows] == [
        ("Unseen men", "1"), ("Safer sleep", "0"),
    ]  # fmt: skip


def test_documents_on_request_are_not_in_it(year, editor):
    archived = make_briefing(status=Status.ARCHIVED, slug="on-request", published_at=JUNE)
    make_document(archived)
    archive = ask(year=year, by=editor)
    making.make_next()
    names = [name for name in packed(archive).namelist() if "on-request" in name]
    assert names == ["2024-06-on-request/briefing.pdf", "2024-06-on-request/briefing.txt"]


def test_one_question_says_whether_it_is_current_however_many_briefings(
    year, editor, django_assert_num_queries
):
    archive = ask(year=year, by=editor)
    making.make_next()
    archive.refresh_from_db()
    with django_assert_num_queries(1):
        assert making.is_current(archive)


def test_staff_ask_see_how_far_it_is_and_save_it(year, editor_client):
    address = admin_address(YearArchive, "changelist")
    assert "Not made" in editor_client.get(address).content.decode()
    page = editor_client.post(admin_address(YearArchive, "ask", year), follow=True)
    assert "Waiting for its turn" in page.content.decode()
    assert page["Refresh"] == "5"
    YearArchive.objects.update(state=ArchiveState.RUNNING, number_done=1, number_in_all=2)
    assert "1 of 2" in editor_client.get(address).content.decode()
    YearArchive.objects.update(state=ArchiveState.WAITING)
    making.make_next()
    page = editor_client.get(address)
    assert "2 briefings" in page.content.decode()
    assert not page.has_header("Refresh")
    saved, content = download(editor_client, admin_address(YearArchive, "zip", year))
    assert saved["Content-Disposition"] == 'attachment; filename="7-minute-briefings-2024.zip"'
    assert zipfile.is_zipfile(io.BytesIO(content))


def test_row_says_how_far_it_is_while_it_is_made(year, editor, monkeypatch):
    seen, archive = [], ask(year=year, by=editor)

    def watched(briefing):
        archive.refresh_from_db()
        seen.append((archive.state, archive.number_done, archive.number_in_all))
        return files_of(briefing)

    files_of = contents.files_of
    monkeypatch.setattr(making, "files_of", watched)
    making.make_next()
    assert seen == [(ArchiveState.RUNNING, 0, 2), (ArchiveState.RUNNING, 1, 2)]


def test_asking_twice_makes_it_once_and_asking_again_later_makes_it_anew(year, editor):
    archive = ask(year=year, by=editor)
    assert ask(year=year, by=editor).asked_at == archive.asked_at
    assert [making.make_next(), making.make_next()] == [True, False]
    archive.refresh_from_db()
    ask(year=year, by=editor)
    assert not private_storage().exists(archive.file.name)
    assert making.make_next() is True
    assert YearArchive.objects.get().is_ready


def test_what_a_stopped_worker_left_is_begun_again_and_another_workers_is_not(year, editor):
    ask(year=year, by=editor)
    YearArchive.objects.update(state=ArchiveState.RUNNING, worked_at=timezone.now())
    assert making.make_next() is False
    YearArchive.objects.update(worked_at=timezone.now() - making.PATIENCE - timedelta(seconds=1))
    assert making.make_next() is True
    assert YearArchive.objects.get().is_ready


def test_worker_that_was_overtaken_keeps_nothing(year, editor, monkeypatch):
    ask(year=year, by=editor)

    def overtaken(briefing):
        YearArchive.objects.update(asked_at=timezone.now())
        return contents.files_of(briefing)

    monkeypatch.setattr(making, "files_of", overtaken)
    making.make_next()
    assert not YearArchive.objects.get().file


def test_failure_is_told_and_does_not_stop_the_worker(year, editor, editor_client):
    ask(year=year, by=editor)
    broken = make_document(make_briefing(published_at=MAY))
    private_storage().delete(broken.cleaned.name)
    assert making.make_next() is True
    assert YearArchive.objects.get().state == ArchiveState.FAILED
    page = editor_client.get(admin_address(YearArchive, "changelist")).content.decode()
    assert "could not be made" in page


def test_old_one_is_deleted_with_its_file(year, editor):
    archive = ask(year=year, by=editor)
    making.make_next()
    archive.refresh_from_db()
    YearArchive.objects.update(worked_at=timezone.now() - timedelta(days=8))
    making.make_next()
    assert not YearArchive.objects.exists()
    assert not private_storage().exists(archive.file.name)


def withdrawn(briefing):
    briefing.status, briefing.withdrawn_at = Status.WITHDRAWN, timezone.now()
    briefing.save()


def reworded(briefing):
    briefing.overview = "Said in another way."
    briefing.save()


def deleted(briefing):
    briefing.delete()


def document_taken_off(briefing):
    briefing.documents.update(taken_off=True)


@pytest.mark.parametrize("happens", [withdrawn, reworded, deleted, document_taken_off])
def test_what_has_changed_since_is_not_handed_out_and_soon_deleted(
    year, editor, editor_client, happens
):
    archive = ask(year=year, by=editor)
    making.make_next()
    archive.refresh_from_db()
    happens(Briefing.objects.get(slug="unseen-men"))
    assert "Save the ZIP" not in editor_client.get(overview()).content.decode()
    page = editor_client.get(admin_address(YearArchive, "zip", year), follow=True)
    assert "A briefing of 2024 has changed since" in page.content.decode()
    making.forget_old()
    assert not YearArchive.objects.exists()
    assert not private_storage().exists(archive.file.name)


def test_nothing_that_happens_to_another_year_deletes_it(year, editor, editor_client):
    ask(year=year, by=editor)
    making.make_next()
    withdrawn(Briefing.objects.get(published_at=YEAR_BEFORE))
    making.forget_old()
    assert "Save the ZIP" in editor_client.get(overview()).content.decode()


def overview() -> str:
    return admin_address(YearArchive, "changelist")


def test_year_without_briefings_is_refused(editor, editor_client, db):
    with pytest.raises(ValidationError, match="No briefing was published in 1999"):
        ask(year=1999, by=editor)
    page = editor_client.post(admin_address(YearArchive, "ask", 1999), follow=True)
    assert "No briefing was published in 1999" in page.content.decode()


def test_only_editors_have_it(year, editor, panel_member):
    ask(year=year, by=editor)
    making.make_next()
    client = staff_client(panel_member)
    assert client.get(admin_address(YearArchive, "changelist")).status_code == 403
    assert client.get(admin_address(YearArchive, "zip", year)).status_code == 403
    assert client.post(admin_address(YearArchive, "ask", year)).status_code == 403
