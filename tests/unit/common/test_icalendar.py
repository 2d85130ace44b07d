"""A calendar as other programs read it."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from tscb.common.icalendar import LINE_END, LONGEST, Entry, escaped, folded, written

STAMP = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_whole_day_and_moment():
    day = Entry("a@panel", date(2026, 11, 30), "Due: R-1", "https://example.org/a/")
    starts = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
    meeting = Entry(
        "b@panel", starts, "Meeting; at one, or two", ends=starts.replace(hour=11), changes=2
    )
    lines = written("Deadlines", [day, meeting], STAMP).split(LINE_END)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert {
        "UID:a@panel",
        "DTSTAMP:20261123T090000Z",
        "DTSTART;VALUE=DATE:20261130",
        "DTEND;VALUE=DATE:20261201",
        "URL:https://example.org/a/",
        "DTSTART:20260701T093000Z",
        "DTEND:20260701T113000Z",
        "SEQUENCE:2",
        "SUMMARY:Meeting\\; at one\\, or two",
    } <= set(lines)


def test_cancelled_entry_says_so():
    entry = Entry("a@panel", date(2026, 11, 30), "Meeting", is_cancelled=True)
    assert "STATUS:CANCELLED" in entry.lines(STAMP)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_folding_breaks_no_character_and_loses_nothing(text):
    pieces = folded(text).split(LINE_END)
    assert all(len(piece.encode()) <= LONGEST for piece in pieces)
    assert pieces[0] + "".join(piece.removeprefix(" ") for piece in pieces[1:]) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=100))
def test_no_text_begins_a_line_of_its_own(text):
    assert len(escaped(text).splitlines()) <= 1
