"""The virus check of supporting files: clean, harmful, silent, and harmful only later."""

import pytest
from django.db.models import F
from django.test import Client
from django.utils import timezone

from referrals import background
from referrals.files.keeping import VAULT
from referrals.files.scanning import AGAIN_AFTER, scan_next
from referrals.models import AuditEvent, CameBy, ReferralFile, StaffEntry, Verb
from tests.factories import clamd, download, make_person, pdf, sign_in
from tests.factories.clamd import SIGNATURE
from tests.factories.files import kept_files
from tests.factories.referral_files import make_file, opened, upload
from tests.factories.referrals import filled_in, received, send, text_of, the_referral
from tscb.board.roles import Role
from tscb.common.mail import deliver_due
from tscb.common.virus_scan import Verdict

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
HARMFUL = pdf("Harmful").replace(b"%%EOF", b"% " + SIGNATURE + b"\n%%EOF")
NOWHERE = "tcp:127.0.0.1:1"


@pytest.fixture
def scanner(settings):
    with clamd.running() as running:
        settings.CLAMD_ADDRESS = running.address
        settings.CLAMD_SECONDS = 5
        yield running


@pytest.fixture
def draft(client: Client):
    filled_in(client)
    return the_referral()


def later() -> None:
    """The next turn of the worker that may ask again."""
    ReferralFile.objects.update(checked_at=F("checked_at") - 2 * AGAIN_AFTER)
    scan_next()


def verdicts() -> list[str]:
    return [file.virus_check for file in ReferralFile.objects.all()]


def test_clean_file_is_kept_and_harmful_one_is_not(client, draft, scanner):
    page = text_of(upload(client, ("bad.pdf", HARMFUL), ("plan.pdf", pdf())))
    assert "“bad.pdf” was refused by the virus check, and nothing of it was kept." in page
    assert verdicts() == [Verdict.CLEAN]
    assert len(kept_files()) == 1


def test_without_a_scanner_files_are_kept_and_the_panel_sees_that_nobody_looked(client, draft):
    upload(client, ("plan.pdf", pdf()))
    send(client)
    sign_in(client, make_person(Role.PANEL_MEMBER))
    assert verdicts() == [Verdict.NOT_ASKED]
    assert "Not checked for viruses" in text_of(
        client.get(f"/panel/referrals/{the_referral().pk}/")
    )


def test_silent_scanner_keeps_files_apart_and_holds_nothing_up(client, draft, scanner, settings):
    scanner.silent = True
    settings.CLAMD_SECONDS = 0.3
    upload(client, ("plan.pdf", pdf()), ("second.pdf", pdf("Second")))
    assert scanner.asked == 1  # not once more for each file
    assert verdicts() == [Verdict.WAITING] * 2
    assert "Waiting for the virus check" in text_of(client.get("/refer/files/"))
    send(client)
    assert the_referral().status == "received"


def test_panel_cannot_open_a_file_that_waits_until_it_is_checked(client, scanner, settings):
    file = make_file(received(), verdict=Verdict.WAITING)
    panel = sign_in(Client(), make_person(Role.PANEL_MEMBER))
    address = f"/panel/referrals/{file.referral_id}/files/{file.pk}/"
    refused = panel.get(address)
    assert refused.status_code == 403
    assert "The virus check has not answered yet" in text_of(refused)
    page = text_of(panel.get(f"/panel/referrals/{file.referral_id}/"))
    assert address not in page
    assert "Waiting for the virus check" in page
    background.work()
    answer, content = download(panel, address)
    assert (answer.status_code, content) == (200, opened(file))
    assert AuditEvent.objects.filter(verb=Verb.DOWNLOADED).count() == 1


def test_file_found_harmful_later_is_blocked_and_both_sides_hear_of_it(
    client, draft, scanner, settings, panel_mailbox, mailoutbox
):
    settings.CLAMD_ADDRESS = NOWHERE
    upload(client, ("bad.pdf", HARMFUL))
    send(client)
    settings.CLAMD_ADDRESS = scanner.address
    later()
    assert verdicts() == [Verdict.FOUND]
    file = ReferralFile.objects.get()
    panel = sign_in(Client(), make_person(Role.PANEL_MEMBER))
    answer = panel.get(f"/panel/referrals/{file.referral_id}/files/{file.pk}/")
    assert (answer.status_code, "Nobody can open it" in text_of(answer)) == (403, True)
    assert "Blocked by the virus check" in text_of(client.get("/refer/files/"))
    assert AuditEvent.objects.filter(verb=Verb.FILE_BLOCKED, about="file 1").exists()
    deliver_due()
    blocked = {mail.to[0]: mail for mail in mailoutbox if mail.subject.startswith("File blocked")}
    assert set(blocked) == {panel_mailbox, the_referral().answers["referrer_email"]}
    assert not any("bad" in mail.body for mail in blocked.values())


def test_harmful_file_of_a_draft_is_told_to_its_referrer_alone(
    client, draft, scanner, panel_mailbox, mailoutbox
):
    make_file(draft, HARMFUL, verdict=Verdict.WAITING)
    scan_next()
    deliver_due()
    assert verdicts() == [Verdict.FOUND]
    blocked = [mail for mail in mailoutbox if mail.subject.startswith("File blocked")]
    assert [mail.to for mail in blocked] == [[draft.answers["referrer_email"]]]
    assert "it has not been sent" in blocked[0].body
    assert "was received" not in blocked[0].body


def test_referrer_hears_nothing_of_a_draft_that_staff_write_down(draft, scanner, mailoutbox):
    StaffEntry.objects.create(
        referral=draft,
        came_by=CameBy.PHONE,
        came_at=timezone.now(),
        entered_by=make_person(Role.COORDINATOR),
    )
    make_file(draft, HARMFUL, verdict=Verdict.WAITING)
    scan_next()
    deliver_due()
    assert verdicts() == [Verdict.FOUND]
    assert mailoutbox == []


def test_worker_asks_one_file_a_turn_and_not_all_the_time(scanner, settings):
    referral = received()
    for verdict in (Verdict.WAITING, Verdict.NOT_ASKED, Verdict.CLEAN):
        make_file(referral, verdict=verdict)
    settings.CLAMD_ADDRESS = NOWHERE
    for _ in range(4):
        scan_next()
    assert verdicts() == [Verdict.WAITING, Verdict.NOT_ASKED, Verdict.CLEAN]
    settings.CLAMD_ADDRESS = scanner.address
    scan_next()
    assert scanner.asked == 0  # all were asked about less than a minute ago
    later()
    later()
    assert verdicts() == [Verdict.CLEAN] * 3


def test_worker_does_nothing_where_no_scanner_is_configured():
    make_file(received(), verdict=Verdict.WAITING)
    scan_next()
    assert verdicts() == [Verdict.WAITING]


def test_file_that_was_taken_out_while_it_was_checked_is_let_go(scanner, monkeypatch):
    file = make_file(received(), verdict=Verdict.WAITING)

    def scan_and_remove(reader):
        file.delete()
        return Verdict.CLEAN

    monkeypatch.setattr("referrals.files.scanning.virus_scan.scan", scan_and_remove)
    scan_next()
    assert verdicts() == []


def test_file_that_the_store_has_lost_stops_nobody(scanner, caplog):
    VAULT.delete(make_file(received(), verdict=Verdict.WAITING).pk)
    scan_next()
    assert verdicts() == [Verdict.WAITING]
    assert "restore it from a backup" in caplog.text
