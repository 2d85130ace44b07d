"""What is picked and in which order is read from the address, whatever stands there."""

from types import SimpleNamespace

import pytest
from django.http import QueryDict

from tscb.training.choosing import Choice
from tscb.training.parts import KINDS, LESSON, MOST, SCENARIO, Kind, Part, in_short


def part(kind: Kind, number: int) -> Part:
    row = SimpleNamespace(pk=number)
    return Part(kind, row, f"{kind.name} {number}", "Ask.", "", "https://a.example/", False)


OFFERED = [*(part(LESSON, number) for number in range(1, 5)), part(SCENARIO, 1)]
KEYS = [one.key for one in OFFERED]


def chosen(query: str) -> Choice:
    return Choice(OFFERED, QueryDict(query))


def keys(choice: Choice) -> list[str]:
    return [one.key for one in choice.parts]


def test_everything_is_ticked_at_first():
    choice = chosen("")
    assert keys(choice) == KEYS
    assert not choice.is_wrong
    assert (choice.left_out, choice.length) == ([], None)


def test_of_what_there_is_most_of_only_the_newest_is_ticked():
    many = [part(LESSON, number) for number in range(50)]
    choice = Choice(many, QueryDict(""))
    assert len(choice.parts) == LESSON.ticked
    assert sum(kind.ticked for kind in KINDS) <= MOST


def test_the_order_of_the_address_is_the_order_of_the_session():
    choice = chosen("part=scenario-1&part=lesson-3&part=scenario-1&minutes=60")
    assert keys(choice) == ["scenario-1", "lesson-3"]
    assert [one.key for one in choice.left_out] == ["lesson-1", "lesson-2", "lesson-4"]
    assert choice.length == 60
    assert choice.query == "chosen=1&part=scenario-1&part=lesson-3&minutes=60"


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        ("up=lesson-3", ["lesson-1", "lesson-3", "lesson-2"]),
        ("down=lesson-1", ["lesson-2", "lesson-1", "lesson-3"]),
        ("first=lesson-3", ["lesson-3", "lesson-1", "lesson-2"]),
        ("up=lesson-1", ["lesson-1", "lesson-2", "lesson-3"]),
        ("down=lesson-3", ["lesson-1", "lesson-2", "lesson-3"]),
        ("up=scenario-1", ["lesson-1", "lesson-2", "lesson-3"]),
        ("up=nonsense", ["lesson-1", "lesson-2", "lesson-3"]),
    ],
)
def test_a_part_is_moved(move, expected):
    assert keys(chosen(f"part=lesson-1&part=lesson-2&part=lesson-3&{move}")) == expected


def test_what_is_not_offered_is_left_out_and_counted():
    choice = chosen("part=lesson-1&part=lesson-999&part=%00&part=../../etc")
    assert keys(choice) == ["lesson-1"]
    assert choice.gone == 3
    assert not choice.is_wrong


@pytest.mark.parametrize("minutes", ["0", "19", "481", "-5", "an hour", "1e3", "9" * 400, "\x00"])
def test_a_length_that_is_none_is_said(minutes):
    query = QueryDict(mutable=True)
    query.update({"part": "lesson-1", "minutes": minutes})
    choice = Choice(OFFERED, query)
    assert set(choice.form.errors) == {"minutes"}
    assert choice.length is None


def test_nothing_ticked_is_said():
    assert set(chosen("chosen=1").form.errors) == {"part"}


def test_more_than_a_session_holds_is_said():
    many = [part(LESSON, number) for number in range(MOST + 1)]
    query = QueryDict("&".join(f"part={one.key}" for one in many))
    assert "at most 40" in str(Choice(many, query).form.errors["part"])


def test_a_text_in_short_has_no_markup():
    text = "**A pattern** is\n\n- one\n- [two](https://a.example/)\n\n" + "long " * 40
    assert in_short(text) == "A pattern is one two " + "long " * 11 + "…"
    assert len(in_short("w" * 5_000)) == 200
