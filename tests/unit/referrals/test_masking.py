"""What may be published: no count of one or two, and none that tells such a count."""

from referrals.panel.figures.counting import Figures, Line
from referrals.panel.figures.masking import FEWER, WITHHELD, share_to_publish, to_publish


def line(name: str, opened: int, decided: int, withdrawn: int = 0, **timed: int) -> Line:
    return Line(name, opened + decided + withdrawn, opened, decided, withdrawn, **timed)


def published(*agencies: Line, outcomes: tuple[tuple[str, int], ...] = ()) -> list[list[str]]:
    sums = (
        sum(getattr(one, part) for one in agencies) for part in ("open", "decided", "withdrawn")
    )
    figures = Figures(line("All", *sums), [], list(agencies), list(outcomes))
    return [row[1:6] for row in to_publish(figures)]


def test_what_is_many_or_none_is_told():
    assert published(line("A", 3, 4), line("B", 5, 6)) == [
        ["A", "7", "3", "4", "0"],
        ["B", "11", "5", "6", "0"],
    ]


def test_few_are_hidden_and_so_is_what_would_tell_them():
    rows = published(line("A", 1, 9), line("B", 5, 6), line("C", 7, 8))
    assert rows[0][2] == FEWER
    for numbers in ([row[1:] for row in rows], list(zip(*[row[1:] for row in rows], strict=True))):
        for sums in numbers:
            hidden = [one for one in sums if one in (FEWER, WITHHELD)]
            assert len(hidden) != 1, sums


def test_hidden_in_every_line_of_a_column_needs_no_more():
    assert published(line("A", 2, 9), line("B", 2, 9)) == [
        ["A", "11", FEWER, WITHHELD, "0"],
        ["B", "11", FEWER, WITHHELD, "0"],
    ]


def test_table_of_one_line_is_left_out():
    assert published(line("A", 5, 5)) == []


def test_outcome_is_never_hidden_alone():
    rows = published(outcomes=(("Review", 2), ("Audit", 4), ("None", 9), ("Elsewhere", 0)))
    assert [row[3] for row in rows] == [FEWER, WITHHELD, "9", "0"]


def test_share_is_told_where_it_tells_no_few():
    assert share_to_publish(line("A", 0, 9, measured=9, in_time=6)) == "67 %"
    assert share_to_publish(line("A", 0, 9, measured=9, in_time=9)) == "100 %"
    assert share_to_publish(line("A", 0, 9, measured=9, in_time=8)) == WITHHELD
    assert share_to_publish(line("A", 0, 9)) == ""
