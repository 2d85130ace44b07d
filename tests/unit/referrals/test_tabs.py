"""What one tab sends, settled against what another one saved since the page was shown."""

import pytest

from referrals.filling.tabs import Saving, mark, marks, read, untaken

OLD, MINE, THEIRS = "as it was shown", "typed here", "saved elsewhere"


def settled(typed, kept, waiting="", shown=OLD):
    saving = Saving(
        kept={"story": kept} if kept else {},
        waiting={"story": waiting} if waiting else {},
        answers={"story": typed} if typed else {},
        unfinished={},
        seen={"story": mark(shown)},
    )
    answers, unfinished = saving.settled()
    return answers.get("story", ""), unfinished.get("story", "")


@pytest.mark.parametrize(
    ("typed", "kept", "answer", "beside"),
    [
        (MINE, OLD, MINE, ""),  # nobody else saved
        ("", OLD, "", ""),  # emptied here
        (OLD, THEIRS, THEIRS, ""),  # left alone here
        (MINE, MINE, MINE, ""),  # the same in both
        (MINE, THEIRS, THEIRS, MINE),  # both changed it
        ("", THEIRS, THEIRS, ""),  # emptied here, rewritten elsewhere
        (OLD, "", "", ""),  # left alone here, emptied elsewhere
        (MINE, "", MINE, ""),  # typed here, emptied elsewhere: nothing is overwritten
    ],
)
def test_each_case_of_two_tabs(typed, kept, answer, beside):
    assert settled(typed, kept) == (answer, beside)


def test_third_text_finds_two_kept_and_takes_the_place_of_neither():
    assert settled("third", kept="first", waiting="second") == ("first", "second")


def test_page_that_shows_the_waiting_text_decides():
    assert settled("both", kept="first", waiting="second", shown="second") == ("both", "")


def test_without_marks_the_last_one_wins():
    answers, _ = Saving({"story": THEIRS}, {}, {"story": MINE}, {}, {}).settled()
    assert answers == {"story": MINE}


def test_what_is_kept_nowhere_is_shown_again():
    seen = {"story": mark(OLD)}
    assert untaken({"story": "second"}, {"story": "third"}, seen) == {"story": "third"}
    assert untaken({"story": "third"}, {"story": "third"}, seen) == {}
    assert untaken({"story": THEIRS}, {"story": OLD}, seen) == {}
    assert untaken({"story": THEIRS}, {}, seen) == {}


@pytest.mark.parametrize("nothing", [None, "", []])
def test_nothing_is_marked_as_nothing(nothing):
    assert mark(nothing) == mark("")


def test_line_ends_make_no_difference_and_words_do():
    assert mark("one\r\ntwo") == mark("one\ntwo")
    assert mark("one two") != mark("one\ntwo")
    assert mark(["a", "b"]) != mark(["b", "a"])


def test_marks_are_read_as_they_were_written():
    made = marks({"a": "1"}, ["a", "b"], {}, {})
    assert read(made) == {"a": mark("1"), "b": mark("")}


def test_page_that_goes_on_showing_the_same_keeps_its_earlier_mark():
    seen = {"story": mark(OLD)}
    assert read(marks({"story": THEIRS}, ["story"], {"story": OLD}, seen)) == seen
    assert read(marks({"story": MINE}, ["story"], {"story": MINE}, seen)) == {"story": mark(MINE)}
