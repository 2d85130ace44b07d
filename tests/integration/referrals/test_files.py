"""Supporting files through the form: added, listed, taken out, sent along, added later."""

import re

import pytest
from django.test import Client

from referrals.models import AuditEvent, Referral, ReferralFile, Verb
from tests.factories import pdf, picture
from tests.factories.files import kept_files
from tests.factories.referral_files import opened, upload
from tests.factories.referrals import filled_in, send, start, text_of, the_referral

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
PAGE = "/refer/files/"


@pytest.fixture
def draft(client: Client) -> Referral:
    filled_in(client)
    return the_referral()


def names() -> list[str]:
    return [file.name for file in ReferralFile.objects.all()]


def test_several_files_at_once_are_kept_as_they_were_sent(client, draft):
    answer = upload(client, ("plan.pdf", pdf()), ("Foto Ärztin.png", picture(kind="PNG")))
    assert answer.status_code == 302
    one, two = draft.files.all()
    assert (one.name, one.kind, one.number, opened(one)) == ("plan.pdf", "pdf", 1, pdf())
    assert (two.name, two.kind, two.number) == ("Foto Ärztin.png", "png", 2)
    assert opened(two) == picture(kind="PNG")
    page = text_of(client.get(PAGE))
    assert "plan.pdf" in page
    assert "Foto Ärztin.png" in page


def test_what_is_wrong_with_one_file_loses_no_other(client, draft):
    page = text_of(upload(client, ("list.exe", b"MZ\x90\0"), ("plan.pdf", pdf()), ("empty", b"")))
    assert "“list.exe” is a Windows program. Choose a PDF" in page
    assert "“empty” is empty. Choose another file." in page
    assert page.index("There is a problem") < page.index("Windows program")
    assert names() == ["plan.pdf"]


def test_nothing_chosen_is_told(client, draft):
    assert "Choose at least one file" in text_of(upload(client))


def test_sending_the_same_file_twice_gives_one(client, draft):
    for name in ("plan.pdf", "copy of plan.pdf"):
        assert upload(client, (name, pdf()), (name, pdf())).status_code == 302
    assert names() == ["plan.pdf"]
    assert len(kept_files()) == 1


def test_a_file_is_taken_out_with_its_bytes(client, draft, django_capture_on_commit_callbacks):
    upload(client, ("plan.pdf", pdf()))
    before = kept_files()
    assert before
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            answer = client.post(PAGE, {"remove": draft.files.first().pk if names() else "x"})
            assert answer.headers["Location"] == PAGE
    assert names() == []
    assert kept_files() == set()
    assert AuditEvent.objects.filter(verb=Verb.FILE_REMOVED, about="file 1").exists()


def test_deleting_the_draft_deletes_its_files(client, draft, django_capture_on_commit_callbacks):
    upload(client, ("plan.pdf", pdf()))
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/refer/delete/")
    assert kept_files() == set()
    assert not ReferralFile.objects.exists()


def test_files_come_along_and_stand_on_the_check_page_and_in_the_task_list(client, draft):
    assert re.search(
        r"Supporting files</dt>|Supporting files</h2>", text_of(client.get("/refer/check/"))
    )
    assert "Optional" in text_of(client.get("/refer/"))
    upload(client, ("plan.pdf", pdf()))
    assert "plan.pdf" in text_of(client.get("/refer/check/"))
    assert "1 file added" in text_of(client.get("/refer/"))
    send(client)
    assert the_referral().files.get().name == "plan.pdf"


def test_after_sending_files_are_added_with_their_time_and_stay(
    client, draft, panel_mailbox, mailoutbox
):
    upload(client, ("plan.pdf", pdf()))
    send(client)
    upload(client, ("later.pdf", pdf("Later")))
    page = text_of(client.get(PAGE))
    assert page.count("after sending") == 1
    assert "Remove" not in page
    client.post(PAGE, {"remove": the_referral().files.first().pk})
    assert names() == ["plan.pdf", "later.pdf"]


def test_page_stays_shut_until_the_first_page_is_answered(client):
    start(client)
    assert client.get(PAGE).headers["Location"] == "/refer/before-you-start/"
    assert upload(client, ("plan.pdf", pdf())).headers["Location"] == "/refer/before-you-start/"
    assert kept_files() == set()


def test_who_has_no_referral_here_leaves_nothing(client):
    assert upload(client, ("plan.pdf", pdf())).status_code == 404
    assert kept_files() == set()
    assert not ReferralFile.objects.exists()
