"""Promise 4: a row of the audit that was changed, removed or put in is found, and said which."""

from io import StringIO
from threading import Event, Thread
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import InternalError, connection, transaction

from referrals.auditing import heads
from referrals.auditing.heads import Head
from referrals.auditing.verifying import faults
from referrals.models import REFERRER, SITE, Addition, AuditEvent, AuditLink, Referral, Verb, record
from tests.factories.referrals import received

pytestmark = pytest.mark.django_db
ROWS = 5


def commit() -> None:
    """What the end of a transaction does."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.fixture
def rows() -> list[AuditEvent]:
    made = [record(Verb.READ, by=SITE, reference=f"R-{n}", about="“ä\t\\”") for n in range(ROWS)]
    commit()
    return made


def run(sql: str, *values: Any) -> None:
    """As somebody who may do anything to the database, once all is linked."""
    commit()
    with connection.cursor() as cursor:
        for table in ("auditevent", "auditlink"):
            cursor.execute(f"ALTER TABLE referrals_{table} DISABLE TRIGGER USER")
        cursor.execute(sql, values)
        for table in ("auditevent", "auditlink"):
            cursor.execute(f"ALTER TABLE referrals_{table} ENABLE TRIGGER USER")


def found(*known: Head) -> list[str]:
    return list(faults(known))


def test_what_was_recorded_is_sound(rows):
    assert found(heads.now()) == []
    first, *_, last = AuditLink.objects.all()
    assert (first.place, first.event, last.event) == (1, rows[0], rows[-1])


def test_changed_row_is_named(rows):
    run("update referrals_auditevent set actor_id = 7 where id = %s", rows[2].pk)
    assert found() == [f"Row {rows[2].pk}, at place 3, or its link was changed."]


@pytest.mark.parametrize(
    "act",
    [
        "update referrals_auditevent set at = now()",
        "update referrals_auditevent set verb = 'x'",
        "update referrals_auditevent set about = ''",
        "update referrals_auditevent set reference = ''",
    ],
)
def test_every_column_counts(rows, act):
    run(act)
    assert len(found()) == ROWS


def test_removed_row_is_named(rows):
    run("delete from referrals_auditevent where id = %s", rows[1].pk)
    assert found() == [f"Row {rows[1].pk}, at place 2, was removed."]


def test_row_that_was_removed_with_its_link_leaves_a_gap(rows):
    run("delete from referrals_auditlink where event_id = %s", rows[1].pk)
    run("delete from referrals_auditevent where id = %s", rows[1].pk)
    assert found() == ["Links 2 to 2 of the chain were removed."]


def test_row_that_was_put_in_past_the_chain_is_named(rows):
    run(
        "insert into referrals_auditevent (at, actor_role, verb, reference, about)"
        " values (now(), 'Nobody', 'read', '', '')"
    )
    forged = AuditEvent.objects.get(actor_role="Nobody")
    assert found() == [f"Row {forged.pk} was put in past the chain."]


def test_rewritten_link_is_named(rows):
    run("update referrals_auditlink set digest = repeat('a', 64) where place = 3")
    assert "Link 4 does not follow the one before it: one of them was changed." in found()


def test_removed_end_is_found_by_a_head_kept_elsewhere(rows):
    kept = heads.now()
    run("delete from referrals_auditlink where place > 3")
    run("delete from referrals_auditevent where id > %s", rows[2].pk)
    assert found() == []
    (fault,) = found(kept)
    assert fault.startswith("The chain ends at place 3 and does not hold the head")
    assert found(Head(kept.digest)) != []


def test_chain_that_was_written_anew_is_found_by_a_head_kept_elsewhere(rows):
    kept = heads.now()
    run("delete from referrals_auditlink")
    run("update referrals_auditevent set actor_id = 7 where id = %s", rows[2].pk)
    run(
        "insert into referrals_auditturn (event_id) select id from referrals_auditevent order by id"
    )
    commit()
    assert found() == []
    assert found(kept) == [f"Place {ROWS} is not {kept}: the chain up to there was written anew."]


@pytest.mark.parametrize("table", ["auditevent", "auditlink"])
@pytest.mark.parametrize("act", ["delete from {}", "update {} set id = 1", "truncate {}"])
def test_database_refuses_to_change_row_or_link(rows, table, act):
    sql = act.format(f"referrals_{table}")
    if table == "auditlink":
        sql = sql.replace("set id", "set place")
    with pytest.raises(InternalError, match="Cannot"), transaction.atomic():
        connection.cursor().execute(sql)


def test_command_says_so_and_ends_with_an_error(rows, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    heads.note_todays()
    heads.note_todays()
    said = StringIO()
    call_command("verify_audit", head=[heads.now().digest.upper()], stdout=said)
    assert "Sound. Heads met: 2." in said.getvalue()
    run("delete from referrals_auditevent where id = %s", rows[1].pk)
    wrong = StringIO()
    with pytest.raises(CommandError, match="Faults: 1"):
        call_command("verify_audit", stdout=said, stderr=wrong)
    assert f"Row {rows[1].pk}, at place 2, was removed." in wrong.getvalue()


def test_empty_audit_is_sound(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    heads.note_todays()
    assert list(heads.noted()) == []
    call_command("verify_audit", stdout=StringIO())


def in_a_thread(act) -> Thread:
    def run() -> None:
        try:
            act()
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    return thread


@pytest.mark.django_db(transaction=True)
def test_who_waits_for_a_row_does_not_hold_up_the_chain():
    """One adds to a referral that another one holds; both are recorded. Were the chain’s lock taken
    before the check of the reference, each would wait for the other."""
    referral, added, failed = received(), Event(), []

    def add() -> None:
        try:
            with transaction.atomic():
                record(Verb.ADDED, by=REFERRER, referral_id=referral.pk)
                Addition.objects.create(referral=referral, text="More")
                added.set()
        except Exception as failure:  # what went wrong in the other thread is told in this one
            failed.append(failure)
            added.set()

    with transaction.atomic():
        Referral.objects.select_for_update().get(pk=referral.pk)
        record(Verb.READ, by=SITE, referral_id=referral.pk)
        thread = in_a_thread(add)
        added.wait()
        waits_for_the_row()
    thread.join()
    assert failed == []
    assert found(heads.now()) == []


def waits_for_the_row() -> None:
    """Until the other transaction waits for ours: it has come to its end."""
    with connection.cursor() as cursor:
        blocked = 0
        while not blocked:
            cursor.execute(
                "select count(*) from pg_stat_activity"
                " where pg_backend_pid() = any(pg_blocking_pids(pid))"
            )
            (blocked,) = cursor.fetchone()
