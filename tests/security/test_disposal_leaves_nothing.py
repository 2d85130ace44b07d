"""A case that was disposed of is nowhere any more: not in the database, not in the files, not in a
backup of either that was made before."""

from pathlib import Path

import pytest
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.core.management import call_command
from django.db import InternalError, models, transaction

from referrals.files.keeping import VAULT
from referrals.keeping import destroying
from referrals.keeping.destroying import finish, finish_all
from referrals.keeping.disposing import confirm, propose
from referrals.keeping.inventory import tables
from referrals.models import (
    REFERRER,
    Addition,
    AuditEvent,
    ChildMark,
    Disposal,
    DisposalReceipt,
    Referral,
)
from tests.factories import make_file, make_person
from tests.factories.keeping import aged, closed
from tests.security.test_case_data_exists_in_one_place import every_row_as_text
from tscb.board.roles import Role
from tscb.common.encryption import CaseKeyMissing, decrypt, key_store
from tscb.common.mail import queue
from tscb.common.models import OutgoingMail
from tscb.common.rotation.columns import tables as encrypted_tables

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]
MARKER = "Quillfeather-7731"


@pytest.fixture
def referral():
    """Something of every kind that hangs on a case, all of it long ago."""
    referral = closed(outline=MARKER)
    make_file(referral, MARKER.encode() * 100, name=f"{MARKER}.pdf")
    Addition.objects.create(referral=referral, text=MARKER, added_by=REFERRER.role, press="one")
    queue(to="a@example.org", subject=f"A word: {referral.reference}", body=MARKER)
    aged(referral, 11)
    return referral


def dispose(referral: Referral) -> Disposal:
    propose(referral_id=referral.pk, by=make_person(Role.COORDINATOR))
    return confirm(referral_id=referral.pk, by=make_person(Role.INDEPENDENT_CHAIR))


def copied() -> dict[str, list[bytes]]:
    """Every encrypted value of the database, as a backup has it."""
    return {
        f"{table.model.__name__}.{column.name}": [
            bytes(raw)
            for raw in table.model._base_manager.values_list(column.read, flat=True)
            if raw is not None and isinstance(raw, bytes | memoryview)
        ]
        for table in encrypted_tables()
        for column in table.columns
    }


def readable(backup: dict[str, list[bytes]]) -> list[str]:
    found = []
    for name, values in backup.items():
        for value in values:
            try:
                found.append(f"{name}: {decrypt(value)!r}")
            except InvalidToken:
                continue
    return found


def test_backup_of_database_and_files_cannot_be_read_afterwards(referral):
    other = closed(outline="Kept")
    backup, file = copied(), referral.files.get()
    sealed, key = VAULT.path(file.pk).read_bytes(), backup["ReferralFile.wrapped_key"][0]
    assert any(MARKER in one for one in readable(backup))
    finish(dispose(referral).pk)
    left = readable(backup)
    assert not any(MARKER in one for one in left if not one.startswith("OutgoingMail"))
    with pytest.raises(CaseKeyMissing):
        decrypt(key)
    assert MARKER.encode() not in sealed
    assert Referral.objects.get().answers == other.answers


def test_marker_is_nowhere_after_disposal(referral):
    digests = set(ChildMark.objects.values_list("digest", flat=True))
    assert digests
    finish(dispose(referral).pk)
    kept = every_row_as_text()
    assert MARKER not in kept
    assert not any(digest in kept for digest in digests)
    assert not any(MARKER in one for one in readable(copied()))
    assert not OutgoingMail.objects.exists()
    files = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert files == []
    assert list(key_store.case_ids()) == []


def test_receipt_says_what_was_destroyed_by_whom_and_under_which_rule(referral):
    disposal = dispose(referral)
    finish(disposal.pk)
    receipt = DisposalReceipt.objects.get()
    assert receipt.reference == referral.reference
    assert receipt.destroyed["referrals"] == receipt.destroyed["mails"] == 1
    assert receipt.destroyed["referral files"] == receipt.destroyed["additions"] == 1
    assert receipt.rule.startswith("No review and no other action: 10 years from")
    assert (receipt.proposed_role, receipt.confirmed_role) == ("Coordinator", "Independent chair")
    assert receipt.proposed_by_id != receipt.confirmed_by_id
    disposal.refresh_from_db()
    assert (disposal.state, disposal.file_ids) == ("done", [])
    for change in (lambda: DisposalReceipt.objects.update(reference="x"), receipt.delete):
        with pytest.raises(InternalError, match="Cannot update or delete"), transaction.atomic():
            change()


def test_audit_stays_and_tells_the_whole_way(referral):
    finish(dispose(referral).pk)
    events = AuditEvent.objects.filter(referral_id=referral.pk).order_by("pk")
    verbs = list(events.values_list("verb", flat=True))
    assert verbs[-3:] == ["disposal_proposed", "disposal_confirmed", "disposed"]


STEPS = ("take_stock", "destroy_key", "delete_rows", "delete_files", "write_receipt")


@pytest.mark.parametrize("step", range(1, len(STEPS) + 1))
def test_worker_finishes_what_broke_off_after_any_step(referral, step):
    disposal = dispose(referral)
    for name in STEPS[:step]:
        getattr(destroying, name)(disposal.pk)
    getattr(destroying, STEPS[step - 1])(disposal.pk)  # killed before it could say so
    call_command("tick")
    finish_all()
    assert DisposalReceipt.objects.get().destroyed["referrals"] == 1
    assert not Referral.objects.exists()
    assert not list(key_store.case_ids())


def test_everything_that_hangs_on_a_case_goes_with_it():
    """No table can hold a case back, or stay behind without it."""
    for table in tables()[1:]:
        field = table.model._meta.get_field(table.way.split("__")[0])
        assert field.remote_field.on_delete is models.CASCADE, table.model


def test_every_encrypted_column_of_a_case_is_under_its_key():
    of_case = {table.model for table in tables()}
    for table in encrypted_tables():
        if table.model in of_case:
            assert all(column.of for column in table.columns), table.model
