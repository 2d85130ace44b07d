"""The copies for the proxy: whole, true at any minute, and written when something has changed."""

import gzip
from io import StringIO

import pytest
from django.core.management import call_command

from tests.factories.numbers import unguarded
from tests.unit.board.nowhere import database_nowhere
from tscb.board import background, copies, facts, site
from tscb.board.models import BoardSettings, ContactPoint
from tscb.board.site_facts import default_facts

NUMBERS = ("tel:999", "tel:01613424101", "tel:01613422222")
NAMES = ("worried-about-a-child.html", "unavailable.html", "too-large.html")
OF_A_MINUTE = ("Call now:", "open now", "closed now", "closed until", " tomorrow", " today")


@pytest.fixture(autouse=True)
def folder(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(copies, "last_drawn", None)
    return tmp_path / "static-pages"


@pytest.fixture
def board(db):
    facts.set_up()


@pytest.mark.parametrize("name", NAMES)
def test_copy_is_a_whole_page_that_no_minute_makes_false(folder, name):
    copies.write(default_facts())
    page = (folder / name).read_text()
    assert page.strip().startswith("<!DOCTYPE html>")
    assert page.strip().endswith("</html>")
    assert all(number in page for number in NUMBERS)
    assert "Monday to Friday during office hours" in page
    assert not [words for words in OF_A_MINUTE if words in page]
    assert gzip.decompress((folder / f"{name}.gz").read_bytes()).decode() == page


def test_proxy_may_read_them_and_nothing_unfinished_stays(folder):
    copies.write(default_facts())
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o644}
    assert {file.name.removesuffix(".gz") for file in folder.iterdir()} == set(NAMES)


def test_page_of_this_minute_is_not_touched(db):
    before = site.current()
    with site.at_any_minute(default_facts()):
        assert not site.current().advice.sure
    assert site.current() is before


@pytest.mark.usefixtures("board")
def test_worker_writes_them_when_a_number_has_changed(folder):
    background.work()
    first = (folder / NAMES[0]).read_text()
    with unguarded():
        ContactPoint.objects.filter(role="office-hours").update(number="0161 000 0000")
    background.work()
    assert "tel:01610000000" not in first
    assert "tel:01610000000" in (folder / NAMES[0]).read_text()


@pytest.mark.usefixtures("board")
def test_worker_draws_nothing_while_nothing_has_changed(folder, monkeypatch):
    copies.write_if_due()
    (folder / NAMES[0]).write_text("as it was")
    copies.write_if_due()
    assert (folder / NAMES[0]).read_text() == "as it was"
    later = copies.last_drawn.at + copies.DRAWN_ANEW_AFTER
    monkeypatch.setattr(copies, "monotonic", lambda: later)
    copies.write_if_due()
    assert "tel:999" in (folder / NAMES[0]).read_text()


@pytest.mark.usefixtures("board")
def test_same_page_is_not_written_twice(folder):
    copies.write(default_facts())
    written = (folder / NAMES[0]).stat().st_mtime_ns
    copies.write(default_facts())
    assert (folder / NAMES[0]).stat().st_mtime_ns == written


@pytest.mark.usefixtures("board")
def test_last_copies_stay_while_the_database_is_away(folder):
    copies.write_if_due()
    kept = (folder / NAMES[0]).read_text()
    with database_nowhere(), pytest.raises(Exception, match="refused"):
        copies.write_if_due()
    assert (folder / NAMES[0]).read_text() == kept


@pytest.mark.usefixtures("board")
def test_command_writes_what_the_database_says(folder):
    BoardSettings.objects.update(board_name="Renamed Board")
    out = StringIO()
    call_command("write_copies", stdout=out)
    assert str(folder) in out.getvalue()
    assert "Renamed Board" in (folder / NAMES[0]).read_text()
