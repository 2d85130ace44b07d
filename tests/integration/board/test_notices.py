"""Notices of staff: where and when they stand, and what they must not say."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.admin import add, change
from tests.factories.frontage import make_notice
from tests.factories.numbers import unguarded
from tests.unit.board.nowhere import database_nowhere
from tscb.board import facts, site
from tscb.board.models import ContactPoint, Notice
from tscb.common.publishing.history import HistoryEntry
from tscb.common.waiting import waiting

pytestmark = pytest.mark.django_db
SOON = {"ends": "2099-01-01T12:00"}


@pytest.fixture(autouse=True)
def board(db) -> None:
    facts.set_up()


def page(address: str = "/") -> str:
    site.forget()
    return Client().get(address).content.decode()


def test_new_notice_waits_until_somebody_puts_it_on_the_site(editor_client):
    add(editor_client, Notice, text="Away on **Sunday**, {board_short}", **SOON)
    notice = Notice.objects.get()
    assert (notice.state, "Away on" in page()) == ("Not on the site", False)
    change(editor_client, notice, shown="on")
    notice.refresh_from_db()
    assert notice.state == "On the site now"
    html = page()
    assert "Away on <strong>Sunday</strong>, TSCB" in html
    assert html.index('class="board-worried"') < html.index('class="board-notice"')
    assert HistoryEntry.objects.of(notice).count() == 2


def test_page_about_a_child_at_risk_carries_none():
    make_notice()
    assert "board-notice" in page("/cookies/")
    assert "board-notice" not in page("/worried-about-a-child/")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": "Call 0161 496 0000 instead."}, "is not one of the board’s contact points"),
        ({"text": "[Read](/nowhere/at/all/)"}, "No page of this site has the address"),
        ({"text": "[Read](http://elsewhere.example/)"}, "begins with https://"),
        ({"text": "{nobody} is away"}, "is not known here"),
        ({"ends": ""}, "This field is required."),
        ({"ends": "2001-01-01T12:00"}, "The end has to come after the start."),
        (
            {"starts": "2000-01-01T12:00", "ends": "2001-01-01T12:00", "shown": "on"},
            "That time has passed: nobody would see the notice.",
        ),
    ],
)
def test_notice_that_would_mislead_is_refused(editor_client, fields, sentence):
    response = add(editor_client, Notice, **{"text": "Away.", **SOON, **fields})
    assert sentence in response.content.decode()
    assert not Notice.objects.exists()


def test_notice_leaves_the_site_with_the_number_in_it(editor):
    make_notice("Call 0161 342 4101.")
    assert "Call 0161 342 4101." in page()
    assert "Notices on the site now" in [row.title for row in waiting(editor)]
    with unguarded():
        ContactPoint.objects.filter(number="0161 342 4101").update(number="0161 496 0001")
    assert "Call 0161 342 4101." not in page()
    assert "a telephone number in them is not the board’s" in waiting(editor)[0].title


def test_page_is_kept_no_longer_than_until_a_notice_comes_or_goes():
    now = timezone.now()
    make_notice("To come.", starts=now + timedelta(seconds=20), ends=now + timedelta(days=1))
    site.forget()
    kept = Client().get("/").headers["Cache-Control"]
    seconds = int(kept.partition("max-age=")[2].partition(",")[0])
    assert 0 < seconds <= 20
    shown = site.current(now + timedelta(seconds=21)).running
    assert [notice.text for notice in shown] == ["To come."]
    assert not site.current(now + timedelta(days=1)).running


def test_without_a_database_notices_stand_until_their_end():
    notice = make_notice()
    site.current()
    site.forget()
    with database_nowhere():
        assert [one.text for one in site.current().running] == [notice.text]
        assert not site.current(notice.ends).running


def test_preview_shows_a_notice_of_tomorrow_to_its_writer_alone(editor_client):
    tomorrow = timezone.localtime() + timedelta(days=1)
    begins = {"starts": f"{tomorrow:%Y-%m-%d}T08:00"}
    typed = {"text": "Away for a day.", "where": "professionals", **begins, **SOON}
    response = add(editor_client, Notice, **typed, _preview="yes")
    assert "Away for a day." in response.content.decode()
    assert not Notice.objects.exists()
    assert "Away for a day." not in page()


def test_third_notice_at_one_time_is_told_to_its_writer(editor_client):
    make_notice()
    make_notice()
    third = make_notice(shown=False)
    told = change(editor_client, third, shown="on").content.decode()
    assert "More than 2 notices run at that time." in told


def test_page_that_is_read_at_any_minute_carries_no_notice():
    make_notice()
    site.forget()
    with site.at_any_minute(site.keeper.facts()):
        assert not site.current().running
    assert site.current().running
