"""Checks that take long: how far they are, what the editor sees, and that none is lost."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from briefings.models import BriefingDocument
from reviews import inspection, long_checks
from reviews.models import ReviewDocument
from reviews.models.document import CheckState
from tests.factories import make_briefing, make_document, make_review
from tests.factories.admin import admin_address, change, upload
from tests.factories.files import pdf
from tests.factories.processes import surroundings
from tscb.common.publishing.models import Status
from tscb.common.uploads import pdf_process

pytestmark = pytest.mark.django_db
FILE = "documents-0-original"


@pytest.fixture
def review():
    return make_review(status=Status.DRAFT)


@pytest.fixture
def few_are_many(monkeypatch) -> None:
    monkeypatch.setattr(inspection, "MANY_PAGES", 2)


def address(document) -> str:
    return admin_address(document.item, "document", document.item.pk, document.pk)


def seen(client: Client, document, query: str = "") -> str:
    return client.get(address(document) + query).content.decode()


def brought(client: Client, item, pages: int = 3):
    content = pdf(pages=pages)
    change(client, item, **{FILE: upload(content=content), "documents-0-title": "Report"})
    return item.documents.get()


def waiting(item, **fields):
    fields = {"check_state": CheckState.WAITING, "check_heard_at": timezone.now(), **fields}
    return make_document(item, released_at=None, **fields)


def test_editor_is_told_what_waits_and_what_comes_next(editor_client, review, few_are_many):
    document = brought(editor_client, review)
    page = seen(editor_client, document)
    assert "Its check has not begun yet" in page
    assert "It is the next one" in page
    assert "What happens next" in page
    waiting(make_review(), check_heard_at=timezone.now() - timedelta(minutes=1))
    assert "1 other document comes first" in seen(editor_client, document)


def test_page_looks_again_by_itself_until_somebody_stops_that(editor_client, review):
    document = waiting(review)
    assert editor_client.get(address(document)).headers["Refresh"] == "5"
    still = editor_client.get(address(document) + "?still")
    assert "Refresh" not in still.headers
    assert "Look again now" in still.content.decode()


def test_progress_is_seen_page_by_page(editor_client, review, few_are_many, monkeypatch):
    monkeypatch.setattr(pdf_process, "MOMENT", 0.05)
    document = brought(editor_client, review, pages=100)
    claimed = long_checks._claimed(ReviewDocument)
    told, pages = [], {}

    def watched(done: int, of: int) -> None:
        long_checks._told(claimed)(done, of)
        told.append((done, of))
        if 0 < done < of and not pages:  # the check goes on while one looks
            pages[done] = seen(editor_client, document)

    with inspection.looked_at(claimed, watched) as look:
        long_checks._finish(claimed, look)
    assert told == sorted(told)
    ((done, page),) = pages.items()
    assert f"Page {done} of 100 is looked at" in page
    assert f"<title>Safety check, page {done} of 100: Report" in page
    assert "Its check began" in page
    document.refresh_from_db()
    assert (document.is_checked, document.pages) == (True, 100)
    assert "Nothing was found" in seen(editor_client, document)


def test_page_says_that_only_the_rest_of_the_file_is_left(editor_client, review):
    document = waiting(review, check_state=CheckState.RUNNING, pages=7, pages_done=7,
                       check_started_at=timezone.now(), check_tries=2)  # fmt: skip
    page = seen(editor_client, document)
    assert "All 7 pages are looked at" in page
    assert "it is try 2, the one before was broken off" in page
    ReviewDocument.objects.update(pages=0, pages_done=0)
    assert "The file is being opened" in seen(editor_client, document)


def test_page_that_is_done_does_not_look_again(editor_client, review, few_are_many):
    document = brought(editor_client, review)
    call_command("tick")
    response = editor_client.get(address(document))
    assert "Refresh" not in response.headers
    assert "Waits for a second person to sign it off" in response.content.decode()


def test_checking_again_waits_for_the_worker_too(editor_client, review, few_are_many):
    document = brought(editor_client, review)
    call_command("tick")
    editor_client.post(address(document), {"act": "again"})
    document.refresh_from_db()
    assert document.check_state == CheckState.WAITING


def test_failure_is_said_plainly(editor_client, review):
    document = waiting(review)
    document.original.save("a.pdf", ContentFile(b"%PDF-1.7 broken"))
    document.cleaned.delete()
    call_command("tick")
    page = seen(editor_client, document)
    assert "The check failed: it could not look at the whole file" in page
    assert "damaged or not a PDF" in page


def test_editor_is_told_when_no_worker_seems_to_run(editor_client, review):
    document = waiting(review)
    assert "worker may have stopped" not in seen(editor_client, document)
    ReviewDocument.objects.update(check_heard_at=timezone.now() - timedelta(hours=1))
    assert "worker may have stopped" in seen(editor_client, document)


def test_check_of_a_briefing_waits_in_the_same_queue(few_are_many):
    document = waiting(make_briefing(status=Status.DRAFT))
    assert long_checks.inspect_next()
    document.refresh_from_db()
    assert document.is_checked
    assert isinstance(document, BriefingDocument)


def test_check_that_was_broken_off_is_taken_up_again(review):
    now = timezone.now()
    document = waiting(review, check_state=CheckState.RUNNING, check_started_at=now)
    assert not long_checks.inspect_next()
    ReviewDocument.objects.update(check_heard_at=now - long_checks.PATIENCE)
    assert long_checks.inspect_next()
    document.refresh_from_db()
    assert document.is_checked


def test_check_that_gives_signs_of_life_is_left_to_its_worker(review):
    long_ago = timezone.now() - timedelta(hours=1)
    document = waiting(review, check_state=CheckState.RUNNING, check_started_at=long_ago)
    long_checks._told(document)(3, 9)
    assert not long_checks.inspect_next()
    document.refresh_from_db()
    assert (document.pages_done, document.pages) == (3, 9)


def test_check_that_breaks_its_worker_each_time_is_given_up(review):
    long_ago = timezone.now() - timedelta(hours=1)
    tried = {"check_tries": long_checks.MOST_TRIES, "check_started_at": long_ago}
    document = waiting(review, check_state=CheckState.RUNNING, check_heard_at=long_ago, **tried)
    assert long_checks.inspect_next()
    document.refresh_from_db()
    assert document.is_checked
    assert "broken off 3 times" in document.critical_findings[0]["message"]


def test_result_for_a_file_that_was_replaced_meanwhile_is_dropped(review):
    document = waiting(review)
    claimed = long_checks._claimed(ReviewDocument)
    ReviewDocument.objects.update(check_state=CheckState.WAITING)
    long_checks._check(claimed)
    document.refresh_from_db()
    assert document.check_state == CheckState.WAITING


def worker() -> subprocess.Popen[bytes]:
    """The background worker as a process of its own, on the tests' database and files."""
    tick = [sys.executable, "manage.py", "tick"]
    return subprocess.Popen(tick, cwd=settings.BASE_DIR, env=surroundings(), start_new_session=True)


def wait_for(document, running: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        document.refresh_from_db()
        if document.pages_done:
            return
        assert running.poll() is None
        time.sleep(0.1)
    raise AssertionError("The worker said nothing.")


@pytest.mark.django_db(transaction=True)
def test_worker_that_is_killed_loses_nothing(review):
    document = waiting(review)
    document.original.save("a.pdf", ContentFile(pdf(pages=150)))
    running = worker()
    try:
        wait_for(document, running)
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
    assert document.check_state == CheckState.RUNNING
    assert not long_checks.inspect_next()
    document.original.save("a.pdf", ContentFile(pdf()))
    ReviewDocument.objects.update(check_heard_at=timezone.now() - long_checks.PATIENCE)
    assert long_checks.inspect_next()
    document.refresh_from_db()
    assert (document.is_checked, document.check_tries, document.pages) == (True, 2, 1)
