"""The facts that outlive the database: freshness, a database that is really gone, a cold start."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time
from threading import Barrier, Thread
from time import monotonic

import pytest
from django.db import connection, connections
from django.db.utils import Error
from django.test import RequestFactory
from django.utils import timezone

from tests.factories.numbers import unguarded
from tests.unit.board.nowhere import database_nowhere
from tscb.board import facts, keeping, last_good, site
from tscb.board.calling.contacts import ClosedTime, Hours
from tscb.board.models import BankHolidayChange, BoardSettings, Closure, ContactPoint, OpeningHours
from tscb.board.site_facts import default_facts
from tscb.common.content_version import watching

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
FOOTER = [
    "/worried-about-a-child/",
    "/about/",
    "/e-bulletin/subscribe/",
    "/accessibility/",
    "/privacy/",
    "/cookies/",
]


@pytest.fixture
def board(db):
    facts.set_up()
    return BoardSettings.objects.get()


def rename(name: str) -> None:
    BoardSettings.objects.update(board_name=name)


@pytest.mark.usefixtures("board")
def test_facts_are_read_in_seven_queries_and_then_kept(django_assert_num_queries):
    with django_assert_num_queries(7):
        site.current()
    with django_assert_num_queries(0):
        assert site.current() is site.current()


@pytest.mark.usefixtures("board")
def test_number_of_queries_does_not_grow_with_what_is_entered(django_assert_num_queries):
    for number in range(20):
        point = ContactPoint.objects.create(name="N", number=f"0161 {number:03}", role="other")
        OpeningHours.objects.create(contact_point=point, weekday=1, opens=time(9), closes=time(17))
        Closure.objects.create(date=date(2099, 1, 1), reason=str(number))
    with django_assert_num_queries(7):
        assert len(site.current().contacts) == 27


@pytest.mark.usefixtures("board")
def test_a_change_shows_once_a_second_has_passed(monkeypatch):
    assert site.current().board_short_name == "TSCB"
    BoardSettings.objects.update(board_short_name="TSCP")
    assert site.current().board_short_name == "TSCB"
    monkeypatch.setattr(keeping, "monotonic", lambda: site.keeper._ask_again_at)
    assert site.current().board_short_name == "TSCP"


@pytest.mark.usefixtures("board")
def test_under_a_watch_it_alone_reads(monkeypatch, django_assert_num_queries):
    keeper = keeping.Keeper()
    keeper.begin_watched()
    monkeypatch.setattr(keeping, "monotonic", lambda: keeper._ask_again_at)
    rename("Renamed Board")
    with django_assert_num_queries(0):
        assert keeper.facts().board_name == "Tameside Safeguarding Children Board"
    keeper.renew()
    assert keeper.facts().board_name == "Renamed Board"


@pytest.mark.usefixtures("board")
def test_watch_that_finds_nothing_to_watch_leaves_reading_to_visitors(monkeypatch):
    keeper = keeping.Keeper()
    keeper.begin_watched()
    rename("Renamed Board")
    before_migrations = watching.Known(asked_at=monotonic())
    monkeypatch.setattr(watching._watch, "known", before_migrations)
    monkeypatch.setattr(keeping, "monotonic", lambda: keeper._ask_again_at)
    assert keeper.facts().board_name == "Renamed Board"


@pytest.mark.usefixtures("board")
def test_facts_read_again_without_a_change_are_the_same_object(monkeypatch):
    before = site.current(NOON)
    monkeypatch.setattr(keeping, "monotonic", lambda: site.keeper._ask_again_at)
    assert site.current(NOON) is before


@pytest.mark.usefixtures("board")
def test_staff_changes_reach_advice_and_pages():
    with unguarded():
        ContactPoint.objects.filter(role="office-hours").update(number="0161 000 0000")
    Closure.objects.create(date=date(2099, 1, 1), reason="Moving")
    BoardSettings.objects.update(panel_name="Rapid Review Group", public_email="us@example.org")
    shown = site.current(NOON)
    assert shown.advice.first.number == "0161 000 0000"
    assert shown.closed == (ClosedTime(date(2099, 1, 1), reason="Moving"),)
    assert "Rapid Review Group" in [page.title for page in shown.about_pages]
    assert shown.contact == "us@example.org"
    assert [link.address for link in shown.footer] == FOOTER


@pytest.mark.usefixtures("board")
def test_bank_holidays_that_staff_change_reach_the_advice():
    for day, is_holiday in ((date(2099, 1, 1), True), (date(2026, 12, 28), False)):
        BankHolidayChange.objects.create(date=day, name="Moved", is_holiday=is_holiday)
    shown = site.current(datetime(2026, 12, 28, 12, tzinfo=UTC))
    assert shown.closed == (ClosedTime(date(2099, 1, 1), reason="Moved"),)
    assert shown.no_holidays == (date(2026, 12, 28),)
    assert shown.advice.first.number == "0161 342 4101"


@pytest.mark.usefixtures("board")
def test_number_taken_out_of_use_is_not_shown():
    ContactPoint.objects.create(name="Old", number="0161 111", role="other", active=False)
    assert "Old" not in [contact.name for contact in site.current().contacts]


@pytest.mark.django_db
def test_numbers_of_the_code_hold_while_nobody_entered_any_for_the_worried():
    ContactPoint.objects.create(name="Reception", number="0161 111", role="other")
    assert site.current(NOON).advice.first.number == "0161 342 4101"


@pytest.mark.usefixtures("board")
def test_last_good_facts_stand_when_the_database_is_gone(monkeypatch):
    rename("Renamed Board")
    known = site.current(NOON)
    with database_nowhere():
        monkeypatch.setattr(keeping, "monotonic", lambda: site.keeper._ask_again_at)
        assert site.current(NOON) == known
    monkeypatch.undo()
    assert site.current(NOON).board_name == "Renamed Board"


@pytest.mark.usefixtures("board")
def test_database_that_failed_is_left_alone_for_two_seconds(monkeypatch):
    site.current()
    with database_nowhere():
        monkeypatch.setattr(keeping, "monotonic", lambda: 1_000_000.0)
        site.current()
    assert site.keeper._ask_again_at == 1_000_002.0


@pytest.mark.usefixtures("board")
def test_cold_start_without_database_reads_the_kept_file():
    rename("Kept Board")
    known = site.current(NOON)
    site.forget()
    with database_nowhere():
        assert site.current(NOON) == known


@pytest.mark.django_db
def test_cold_start_without_database_or_file_knows_the_defaults():
    with database_nowhere():
        shown = site.current(NOON)
    assert shown.board_name == "Tameside Safeguarding Children Board"
    assert shown.advice.first.number == "0161 342 4101"
    assert [link.address for link in shown.footer][2:] == FOOTER[2:]


def test_another_process_with_a_wrong_port_answers_quickly(tmp_path):
    program = (
        "import django, time; django.setup(); from tscb.board import site;"
        "start = time.monotonic();"
        "[site.current() for _ in range(100)];"
        "print(site.current().advice.emergency.number, time.monotonic() - start < 5)"
    )
    surroundings = {
        **os.environ,
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
        "DJANGO_SETTINGS_MODULE": "tscb.settings",
        "DATA_DIR": str(tmp_path),
    }
    answer = subprocess.run(
        [sys.executable, "-c", program], env=surroundings, capture_output=True, text=True
    )
    assert answer.stdout.split() == ["999", "True"], answer.stderr
    assert answer.stderr.count("could not be read") == 1


@pytest.mark.django_db(transaction=True)
def test_facts_in_a_transaction_that_the_database_has_given_up():
    facts.set_up()
    known = site.current(NOON)
    site.forget()
    connection.cursor().execute("BEGIN")
    with pytest.raises(Error):
        connection.cursor().execute("SELECT nonsense")
    assert site.current(NOON) == known
    connection.close()


def test_odd_facts_give_both_numbers(caplog):
    known = default_facts()
    odd = replace(known.contacts[1], hours=(Hours(0, None, time(17)), Hours(0, time(8), time(9))))
    advice = site.advice_on(replace(known, contacts=(odd, known.contacts[2])), NOON)
    assert not advice.sure
    assert [line.number for line in advice.lines] == ["0161 342 4101", "0161 342 2222"]
    assert "could not be understood" in caplog.text


@pytest.mark.django_db
def test_advice_follows_the_minute():
    before = site.current(datetime(2026, 11, 24, 16, 59, 59, tzinfo=UTC))
    after = site.current(datetime(2026, 11, 24, 17, 0, tzinfo=UTC))
    again = site.current(datetime(2026, 11, 24, 16, 59, 59, tzinfo=UTC))
    numbers = [shown.advice.first.number for shown in (before, after, again)]
    assert numbers == ["0161 342 4101", "0161 342 2222", "0161 342 4101"]


@pytest.mark.django_db
def test_context_says_how_long_the_page_stays_true():
    request = RequestFactory().get("/")
    shown = site.context(request)["site"]
    left = (shown.valid_until - timezone.now()).total_seconds()
    assert left - 2 < request.unchanged_for <= left + 1


@pytest.mark.django_db(transaction=True)
def test_many_threads_get_the_same_facts():
    facts.set_up()
    start, found = Barrier(8), []

    def ask() -> None:
        start.wait()
        found.append(site.current(NOON))
        connections.close_all()

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


@pytest.mark.django_db
def test_others_go_on_with_what_is_kept_while_one_reads(monkeypatch):
    with database_nowhere():
        known = site.current(NOON)
    monkeypatch.setattr(keeping, "monotonic", lambda: site.keeper._ask_again_at)
    with site.keeper._lock:
        assert site.current(NOON) == known


def test_unwritable_folder_is_logged_and_does_no_harm(settings, tmp_path, caplog):
    (tmp_path / "file").write_text("")
    settings.DATA_DIR = tmp_path / "file"
    last_good.write(default_facts())
    assert "could not be kept" in caplog.text


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"board_name": 1}', "\x00"])
def test_broken_file_is_passed_over(settings, tmp_path, text, caplog):
    settings.DATA_DIR = tmp_path
    last_good.path().write_text(text)
    assert last_good.read() is None
    assert "cannot be used" in caplog.text


def test_file_gives_back_what_was_written(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "new"
    closed = (
        ClosedTime(date(2026, 11, 24), time(9), time(10), "Drill"),
        ClosedTime(date(2026, 11, 25)),
    )
    known = replace(default_facts(), closed=closed)
    last_good.write(known)
    written = last_good.path().stat().st_mtime_ns
    last_good.write(known)
    assert last_good.path().stat().st_mtime_ns == written
    assert last_good.read() == known
    assert [file.name for file in last_good.path().parent.iterdir()] == [last_good.NAME]


def test_file_of_an_older_version_is_used_although_it_knows_fewer_names(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    last_good.write(default_facts())
    text = last_good.path().read_text().replace('"panel_phone"', '"of_old"')
    last_good.path().write_text(text)
    assert last_good.read() == default_facts()
