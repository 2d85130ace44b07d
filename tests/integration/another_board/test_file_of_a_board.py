"""The file that sets up a site: checked as a whole, written whole or not at all, and only once."""

import json
import re
import tomllib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from referrals.models import ClockRule
from reviews.models import ReviewType
from tests.factories.numbers import unguarded
from tests.integration.another_board.conftest import FILE
from tscb.board import last_good
from tscb.board.models import Agency, BoardSettings, ContactPoint, Page

pytestmark = pytest.mark.django_db


def changed(folder, *changes, add: str = ""):
    """A copy of the example in which some words are others."""
    text = FILE.read_text()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    for name in ("northmoor.png", "learning-reviews.md"):
        (folder / name).write_bytes((FILE.parent / name).read_bytes())
    copy = folder / "board.toml"
    copy.write_text(text + add)
    return copy


def said_of(path) -> str:
    with pytest.raises(CommandError) as refused:
        call_command("set_up_site", path)
    assert not BoardSettings.objects.exists()
    assert not ContactPoint.objects.exists()
    return str(refused.value)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('name = "Rapid Review Group"\n', "", "panel.name is missing."),
        ('area = "Northmoor"', 'town = "Northmoor"', "[board]: town is not known."),
        ('guidance = "2018" ', 'guidance = "1989" ', "board.guidance: Value '1989' is not a valid"),
        ("#5b2a86", "#b58ad6", "look.main_colour: White words on #b58ad6 have a contrast of 2.7"),
        ("#5b2a86", "violet", "look.main_colour: Enter a colour as # and six digits"),
        ("northmoor.png", "lost.png", "look.logo: the file cannot be read"),
        ("northmoor.png", "learning-reviews.md", "look.logo: This file is"),
        ("0161 496 0210", "ring us", "contacts 2: number: Enter a telephone number"),
        ('"out-of-hours"', '"other"', "contacts: there is none with the role out-of-hours"),
        ('"friday"', '"freitag"', "contacts 2: hours.days: freitag is no day."),
        ('closes = "16:00"', 'closes = "08:00"', "contacts 2: hours: closing has to come after"),
        ('closes = "16:00"', 'closes = "late"', "contacts 2: hours: opens and closes have to be"),
        (
            'opens = "09:00", closes = "16:00"',
            'opens = "09:00"',
            "contacts 2: hours 2: closes is missing.",
        ),
        ("[[deadlines]]\nkey", "[deadlines]\nkey", "cannot be understood"),
        ('key = "K8"', 'key = "K99"', "deadlines 1: length is missing."),
        ('unit = "working_days"', 'unit = "moons"', "deadlines 2: unit: Value 'moons'"),
        ('address = "learning-reviews"', 'address = "refer"', "pages 1: address: Another part"),
        ('file = "learning-reviews.md"', 'file = "lost.md"', "pages 1: file: lost.md cannot"),
        ('"Housing"', '"Police"', "agencies: Police stands there twice."),
        ('"Housing"', "7", "agencies has to be a list of names."),
        ('name = "National review"', 'name = "Rapid review"', "rapid-review stands there twice"),
        ("summary_working_days = 7", "summary_working_days = 900", "panel.summary_working_days"),
        ("months_published = 24", "months_published = 3", "reviews.months_published"),
        (
            "months_published = 24",
            'warning = "Call 0800 1111 or 0161 496 0299"',
            "reviews.warning: 0161 496 0299 is not one of the board’s contact points",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_key_and_nothing_is_written(
    tmp_path, before, after, sentence
):
    assert sentence in said_of(changed(tmp_path, (before, after)))


def test_everything_that_is_wrong_is_said_at_once(tmp_path):
    said = said_of(
        changed(tmp_path, ('name = "Rapid Review Group"\n', ""), ("0161 496 0210", "ring us"))
    )
    assert "panel.name" in said
    assert "contacts 2: number" in said


def test_sections_and_shapes_that_nobody_knows_are_named(tmp_path):
    assert "colours is not known" in said_of(changed(tmp_path, add="[colours]\n"))
    written = tomllib.loads(FILE.read_text()) | {"board": "Northmoor", "contacts": {}}
    (tmp_path / "board.json").write_text(json.dumps(written))
    said = said_of(tmp_path / "board.json")
    assert "[board] has to be a table." in said
    assert "contacts has to be a list of tables" in said
    (tmp_path / "list.json").write_text("[]")
    assert "sections with names" in said_of(tmp_path / "list.json")
    assert "cannot be read" in said_of(tmp_path / "nowhere.toml")


def test_trying_it_out_writes_nothing():
    told = StringIO()
    call_command("set_up_site", FILE, dry_run=True, stdout=told)
    assert "Nothing was written" in told.getvalue()
    assert last_good.read() is None
    assert not BoardSettings.objects.exists()


@pytest.mark.usefixtures("northmoor")
def test_everything_in_the_file_is_on_the_site():
    settings = BoardSettings.objects.get()
    assert (settings.board_short_name, settings.framework) == ("NMSP", "2018")
    assert (settings.publication_months, settings.summary_working_days) == (24, 7)
    worried = ("emergency", "office-hours", "out-of-hours")
    numbers = ContactPoint.objects.filter(role__in=worried).values_list("number", flat=True)
    assert set(numbers) == {"999", "0161 496 0210", "0161 496 0220"}
    assert ContactPoint.objects.get(role="office-hours").hours.count() == 5
    assert Agency.objects.count() == 8
    assert [one.name for one in ReviewType.objects.all()] == [
        "Rapid review",
        "Local child safeguarding practice review",
        "National review",
        "Practitioner learning event",
    ]
    in_force = dict(ClockRule.objects.in_force().values_list("key", "length"))
    assert in_force == {"K7": 5, "K8": 15, "K9": 10, "K10": 6, "K10b": -7, "K11": 12, "B1": 3}
    assert ClockRule.objects.in_force().get(key="K8").warn_days == 6
    assert Page.objects.get(slug="learning-reviews").title == "Learning events"


@pytest.mark.usefixtures("northmoor")
def test_first_start_without_a_database_knows_this_board():
    known = last_good.read()
    assert known.board_short_name == "NMSP"
    assert {"0161 496 0210", "0161 496 0220"} < {one.number for one in known.contacts}


@pytest.mark.usefixtures("northmoor")
def test_second_time_changes_nothing_that_staff_have_made_of_it():
    BoardSettings.objects.update(board_name="Renamed")
    with unguarded():
        ContactPoint.objects.filter(role="office-hours").update(number="0161 496 0299")
    told = StringIO()
    call_command("set_up_site", FILE, stdout=told)
    assert "was set up before" in told.getvalue()
    assert BoardSettings.objects.get().board_name == "Renamed"
    assert ContactPoint.objects.get(role="office-hours").number == "0161 496 0299"
    assert ContactPoint.objects.filter(number__startswith="0161").count() == 2
    assert ReviewType.objects.count() == 4
    assert Agency.objects.count() == 8


def test_documentation_names_every_key_of_the_example():
    page = (FILE.parents[1] / "another-board.md").read_text()
    keys = set(re.findall(r"^(?:\[+([a-z_]+)\]+|([a-z_]+) =)", FILE.read_text(), re.MULTILINE))
    assert [key for pair in keys for key in pair if key and f"`{key}`" not in page] == []
