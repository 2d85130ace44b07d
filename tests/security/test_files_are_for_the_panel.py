"""Promises 3, 4 and 5 for supporting files: whose they are, who opened them, and that nothing of
them lies anywhere in the clear.
"""

import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from referrals.files.keeping import VAULT
from referrals.models import AuditEvent, ReferralFile, Verb
from tests.factories import download, make_person, pdf, picture, sign_in
from tests.factories.files import kept_files
from tests.factories.mails import mail
from tests.factories.referral_files import make_file, upload
from tests.factories.referrals import filled_in, received, send, start, text_of, the_referral
from tests.security.test_case_data_exists_in_one_place import every_row_as_text
from tscb.board.roles import Role
from tscb.common.uploads.serving import POLICY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
MARKER = "Plantedmarker"


def address_of(file: ReferralFile) -> str:
    return f"/panel/referrals/{file.referral_id}/files/{file.pk}/"


@pytest.fixture
def panel(db) -> Client:
    return sign_in(Client(), make_person(Role.PANEL_MEMBER))


def downloads() -> list[str]:
    return [event.about for event in AuditEvent.objects.filter(verb=Verb.DOWNLOADED)]


@pytest.mark.parametrize(
    ("content", "kind", "shown", "content_type"),
    [
        (pdf(), "pdf", True, "application/pdf"),
        (picture(), "jpeg", True, "image/jpeg"),
        (mail(), "eml", False, "message/rfc822"),
    ],
)
def test_panel_gets_the_file_in_a_sandbox_under_a_name_that_says_nothing(
    panel, content, kind, shown, content_type
):
    file = make_file(received(), content, kind=kind, name=f"{MARKER}.{kind}")
    answer, sent = download(panel, address_of(file))
    assert sent == content
    way = "inline" if shown else "attachment"
    name = f"{file.referral.reference}-1.{kind}"
    assert answer.headers["Content-Disposition"] == f'{way}; filename="{name}"'
    assert answer.headers["Content-Type"] == content_type
    assert answer.headers["Content-Length"] == str(len(content))
    assert answer.headers["Content-Security-Policy"].startswith(POLICY)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Accept-Ranges"] == "none"
    assert "no-store" in answer.headers["Cache-Control"]
    assert downloads() == ["file 1"]


def test_opening_is_recorded_in_the_same_transaction(panel, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    file = make_file(received())
    monkeypatch.setattr("referrals.files.opening.note", broken)
    panel.raise_request_exception = False
    assert panel.get(address_of(file)).status_code == 500


@pytest.mark.parametrize("roles", [[], [Role.EDITOR], [Role.DATA_PROTECTION_LEAD]])
def test_no_other_role_opens_a_file(roles):
    file = make_file(received())
    client = sign_in(Client(), make_person(*roles))
    assert client.get(address_of(file)).status_code in (403, 404)
    assert AuditEvent.objects.filter(verb=Verb.REFUSED, referral_id=file.referral_id).exists()
    assert downloads() == []


def test_file_of_a_draft_is_not_there_for_the_panel(client, panel):
    start(client)
    file = make_file(the_referral())
    assert panel.get(address_of(file)).status_code == 404
    assert not ReferralFile.objects.visible_to(make_person(Role.PANEL_MEMBER)).exists()
    assert downloads() == []


def test_file_opens_only_under_its_own_referral(panel):
    one, other = make_file(received()), received()
    assert panel.get(f"/panel/referrals/{other.pk}/files/{one.pk}/").status_code == 404
    assert downloads() == []


def test_file_that_is_damaged_in_the_store_is_told_and_not_recorded_as_read(panel):
    file = make_file(received())
    path = VAULT.path(file.pk)
    path.write_bytes(path.read_bytes()[:-1])
    answer = panel.get(address_of(file))
    assert answer.status_code == 404
    assert "bring it back from a backup" in text_of(answer)
    VAULT.delete(file.pk)
    assert panel.get(address_of(file)).status_code == 404
    assert downloads() == []


def test_only_its_own_browser_sees_adds_and_removes_files(client):
    filled_in(client)
    upload(client, ("plan.pdf", pdf()))
    file = ReferralFile.objects.get()
    other = Client()
    filled_in(other)
    assert "plan.pdf" not in text_of(other.get("/refer/files/"))
    other.post("/refer/files/", {"remove": file.pk})
    assert ReferralFile.objects.get() == file
    for nobody in (Client(), sign_in(Client(), make_person(Role.COORDINATOR))):
        assert nobody.get("/refer/files/").status_code == 404
        assert nobody.post("/refer/files/", {"remove": file.pk}).status_code == 404


def test_a_forged_request_from_another_site_leaves_nothing(client):
    filled_in(client)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert upload(strict, ("plan.pdf", pdf())).status_code == 403
    assert kept_files() == set()
    assert not ReferralFile.objects.exists()


def clear_bytes_in(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and MARKER.encode() in path.read_bytes()
    ]


def test_nothing_of_a_file_lies_on_the_disk_in_the_clear(client, monkeypatch, tmp_path, caplog):
    """Large enough for Django's own handlers to write it to a temporary file."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    made = []
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda *a, **k: made.append(a))
    content = pdf().replace(b"%%EOF", b"% " + MARKER.encode() * 300_000 + b"\n%%EOF")
    assert len(content) > 2_500_000
    filled_in(client)
    upload(client, (f"{MARKER}.pdf", content), ("bad.pdf", MARKER.encode() * 300_000))
    assert [file.size for file in ReferralFile.objects.all()] == [len(content)]
    assert clear_bytes_in(Path(settings.DATA_DIR)) == clear_bytes_in(tmp_path) == []
    assert made == list(scratch.iterdir()) == []
    assert MARKER not in caplog.text


def test_names_of_files_stand_nowhere_but_on_the_page(client, panel_mailbox, mailoutbox):
    filled_in(client)
    send(client)
    answer = upload(client, (f"{MARKER}.pdf", pdf()))
    assert MARKER not in answer.headers["Location"]
    assert not any(MARKER in name for name in kept_files())
    rows = every_row_as_text()
    assert not any(MARKER in form or MARKER.encode().hex() in form for form in rows.splitlines())
    assert ReferralFile.objects.get().digest not in rows
    assert MARKER in text_of(client.get("/refer/files/"))


def test_other_pages_put_no_file_into_the_store(client):
    filled_in(client)
    client.post("/refer/check/", {"chosen": SimpleUploadedFile("plan.pdf", pdf())})
    client.post("/refer/files/", {"other": SimpleUploadedFile("plan.pdf", pdf())})
    assert kept_files() == set()
