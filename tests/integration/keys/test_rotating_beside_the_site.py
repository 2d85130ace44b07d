"""Rotating keys while the site goes on, and after it was killed in the middle."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, connections, transaction

from referrals.models import Referral
from tests.factories.keys import add_key, made_before, place, without_own_key
from tests.factories.processes import surroundings

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 200


def drafts_made_before(settings, number: int = MANY) -> None:
    new = [Referral(reference=f"R-{n}", answers={"number": n}) for n in range(number)]
    for referral in Referral.objects.bulk_create(new):
        without_own_key(referral)
    add_key(settings)


def rotation(settings) -> subprocess.Popen:
    """The command as a process of its own, a transaction a row."""
    keys = {"FIELD_ENCRYPTION_KEYS": ",".join(settings.FIELD_ENCRYPTION_KEYS)}
    return subprocess.Popen(
        [sys.executable, "manage.py", "rotate_keys", "--rows-at-once", "1"],
        env=surroundings() | keys,
        stdout=subprocess.PIPE,
        text=True,
    )


def places() -> list[int | None]:
    return [place(referral, "answers") for referral in Referral.objects.all()]


def test_killed_in_the_middle_it_goes_on_where_it_was(settings):
    drafts_made_before(settings)
    running = rotation(settings)
    with running:
        while "referral: " not in running.stdout.readline():
            assert running.poll() is None
        running.kill()
    assert {*places()} == {0, 1}  # some are done, some are not
    assert {r.answers["number"] for r in Referral.objects.all()} == {*range(MANY)}
    again = rotation(settings)
    said, _ = again.communicate(timeout=60)
    assert again.returncode == 0
    assert "Nothing is left with an older key." in said
    assert {*places()} == {0}
    assert {r.answers["number"] for r in Referral.objects.all()} == {*range(MANY)}


def waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_sleep(0.01), count(*) from pg_locks l join pg_stat_activity a using (pid)"
            " where not granted and a.datname = current_database()"
        )
        return cursor.fetchone()[1] > 0


def rotate() -> str:
    out = StringIO()
    try:
        call_command("rotate_keys", stdout=out)
    finally:
        connections.close_all()
    return out.getvalue()


def test_what_is_saved_meanwhile_is_not_overwritten(settings):
    (referral,) = made_before(settings)
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            saving = Referral.objects.select_for_update().get()
            running = threads.submit(rotate)
            while not waits_for_a_lock():
                assert not running.done()
            saving.answers = {"outline": "typed while the keys were rotated"}
            saving.save()
        assert "Nothing is left" in running.result(timeout=60)
    referral.refresh_from_db()
    assert referral.answers == {"outline": "typed while the keys were rotated"}
    assert place(referral, "unfinished") == 0


def test_row_that_is_deleted_meanwhile_is_no_trouble(settings):
    made_before(settings)
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            Referral.objects.select_for_update().get()
            running = threads.submit(rotate)
            while not waits_for_a_lock():
                assert not running.done()
            Referral.objects.all().delete()
        assert "Nothing is left" in running.result(timeout=60)
