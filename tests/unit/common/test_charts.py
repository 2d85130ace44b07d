"""Bars of a table: few enough to be read, as long as their numbers say."""

from tscb.common.charts import LONGEST_NAME, MOST_BARS, Counted, chart


def lines(number: int) -> list[Counted]:
    return [(f"Line {n}", n) for n in range(1, number + 1)]


def test_first_lines_are_drawn_and_the_others_counted():
    drawn = chart("by agency", lines(MOST_BARS + 3))
    assert [bar.name for bar in drawn.bars] == [f"Line {n}" for n in range(1, MOST_BARS + 1)]
    assert drawn.left_out == 3


def test_of_time_the_newest_are_drawn():
    assert chart("by quarter", lines(MOST_BARS + 1), newest_last=True).bars[0].name == "Line 2"


def test_bars_fit_and_are_in_proportion():
    small, great = chart("by agency", [("A", 10), ("B", 40)]).bars
    assert abs(great.length - 4 * small.length) <= 4
    assert great.end < chart("", []).width


def test_long_name_is_cut_and_nothing_needs_no_height():
    (bar,) = chart("by briefing", [("Long " * 20, 1)]).bars
    assert len(bar.name) <= LONGEST_NAME
    assert bar.name.endswith("…")
    assert chart("by briefing", []).bars == []


def test_of_nothing_at_all_the_bars_are_drawn_too():
    bars = chart("by quarter", [("January", 0), ("April", 0)]).bars
    assert [bar.length for bar in bars] == [0, 0]
