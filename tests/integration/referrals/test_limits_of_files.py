"""How many files, how large, how often; and what is left of an upload that did not end well."""

import io
import os
import time
from typing import Any

import pytest
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.test import Client, RequestFactory

from referrals.files.keeping import VAULT
from referrals.files.sweeping import EVERY, sweep, sweep_now_and_then
from referrals.form import files_form
from referrals.form.keeping import keep_in_order
from referrals.form.views import sending
from referrals.form.views.files import files
from referrals.models import Referral, ReferralFile
from tests.factories import pdf
from tests.factories.files import kept_files
from tests.factories.referral_files import make_file, upload
from tests.factories.referrals import filled_in, received, text_of, the_referral
from tscb.common.middleware import BadInputMiddleware
from tscb.common.uploads.intake import intake_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


@pytest.fixture
def draft(client: Client) -> Referral:
    filled_in(client)
    return the_referral()


def test_a_file_that_is_too_large_is_told_and_the_others_are_kept(client, draft, settings):
    settings.REFERRAL_FILE_MAX_BYTES = 50_000
    page = text_of(upload(client, ("big.pdf", bytes(90_000)), ("plan.pdf", pdf())))
    assert "“big.pdf” is larger than 48.8\xa0KB. Save a smaller copy" in page
    assert [file.name for file in ReferralFile.objects.all()] == ["plan.pdf"]
    assert len(kept_files()) == 1


def test_no_more_files_than_a_referral_may_have(client, draft, settings):
    settings.REFERRAL_FILES_MAX = 1
    page = text_of(upload(client, ("one.pdf", pdf("One")), ("two.pdf", pdf("Two"))))
    assert "“two.pdf” was not added: a referral can have 1 files." in page
    assert len(kept_files()) == 1


def test_no_more_bytes_than_a_referral_may_have(client, draft, settings):
    settings.REFERRAL_FILES_MAX_BYTES = len(pdf("One")) + 10
    page = text_of(upload(client, ("one.pdf", pdf("One")), ("two.pdf", pdf("Two"))))
    assert "“two.pdf” was not added: all files of a referral can have" in page
    assert len(kept_files()) == 1


def test_too_many_uploads_are_refused_with_the_numbers_to_call(client, draft, monkeypatch):
    monkeypatch.setattr(files_form, "FILES_AN_HOUR", 1)
    answer = upload(client, ("one.pdf", pdf("One")), ("two.pdf", pdf("Two")))
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "3600"
    assert "Wait an hour, then try again" in text_of(answer)
    assert "0161" in text_of(answer)
    assert [file.name for file in ReferralFile.objects.all()] == ["one.pdf"]


def test_a_disk_that_is_nearly_full_takes_no_file_and_says_what_to_do(client, draft, settings):
    settings.UPLOAD_KEEP_FREE_BYTES = 10**18
    page = text_of(upload(client, ("plan.pdf", pdf())))
    assert "send your referral, and add the files later" in page
    assert kept_files() == set()


def test_request_larger_than_all_files_may_be_is_refused_before_it_is_read(client, draft, settings):
    settings.REFERRAL_FILES_MAX_BYTES = 1_000
    settings.UPLOAD_READ_AWAY_BYTES = settings.UPLOAD_MAX_REQUEST_BYTES = 2_000_000
    answer = upload(client, ("plan.pdf", bytes(1_500_000)))
    assert answer.status_code == 413
    assert kept_files() == set()


def test_only_this_page_takes_large_requests() -> None:
    large: Any = {"CONTENT_LENGTH": "200000000", "wsgi.input": io.BytesIO()}
    middleware = BadInputMiddleware(lambda request: HttpResponse())
    with pytest.raises(RequestDataTooBig):
        middleware.process_view(RequestFactory().post("/refer/check/", **large), sending.check)
    assert intake_of(files) is files_form.INTAKE
    middleware._check_size(RequestFactory().post("/", **large), intake_of(files))


class CutOff(io.BytesIO):
    """A body that ends in the middle, as when somebody closes the lid."""

    error: Exception | None = None

    def read(self, size: int | None = -1) -> bytes:
        part = super().read(size)
        if not part and self.error:
            raise self.error
        return part


@pytest.mark.parametrize("error", [None, ConnectionResetError()])
def test_upload_that_is_cut_off_leaves_nothing(client, draft, error):
    head = (
        b'--x\r\nContent-Disposition: form-data; name="chosen"; filename="plan.pdf"\r\n'
        b"Content-Type: application/pdf\r\n\r\n"
    )
    client.raise_request_exception = False
    body = CutOff(head + pdf() * 200)
    body.error = error
    client.generic(
        "POST",
        "/refer/files/",
        **{
            "wsgi.input": body,
            "CONTENT_LENGTH": "9000000",
            "CONTENT_TYPE": "multipart/form-data; boundary=x",
        },
    )
    assert kept_files() == set()
    assert not ReferralFile.objects.exists()


def grown_old(*paths: object) -> None:
    before = time.time() - 4_000
    for path in paths:
        os.utime(str(path), (before, before))


def left_behind() -> None:
    """As a killed process leaves it."""
    lost = make_file(received())
    grown_old(VAULT.path(lost.pk))
    ReferralFile.objects.filter(pk=lost.pk).delete()


def test_what_no_row_names_is_swept_away_after_an_hour():
    known = make_file(received())
    grown_old(VAULT.path(known.pk))
    left_behind()
    assert len(kept_files()) == 2
    assert sweep() == 1
    assert [known.pk.hex in name for name in kept_files()] == [True]


def test_a_database_that_knows_of_no_file_sweeps_nothing():
    left_behind()
    assert sweep() == 0
    assert len(kept_files()) == 1


def test_sweeping_is_not_done_all_the_time():
    make_file(received())
    sweep_now_and_then()
    left_behind()
    sweep_now_and_then()
    assert len(kept_files()) == 2
    assert EVERY < 3_600


def test_deleting_a_draft_that_nobody_touched_deletes_its_files(
    client, draft, django_capture_on_commit_callbacks
):
    make_file(draft)
    Referral.objects.filter(pk=draft.pk).update(kept_until="2020-01-01T00:00Z", warnings_passed=2)
    with django_capture_on_commit_callbacks(execute=True):
        keep_in_order()
    assert kept_files() == set()
