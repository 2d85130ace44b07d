"""Which notices stand on a page at a minute."""

from datetime import UTC, datetime, timedelta

import pytest

from tscb.board.defaults import CONTACTS
from tscb.board.frontage.notices import Kind, Notice, Where, next_change, running, shown_on

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def notice(
    text: str = "The site will be away.",
    kind: Kind = Kind.INFORMATION,
    where: Where = Where.EVERYWHERE,
    since: int = 1,
    left: int = 1,
) -> Notice:
    """Running at noon for some hours, with some left."""
    return Notice(text, kind, where, NOON - since * HOUR, NOON + left * HOUR)


def test_notice_begins_and_ends_at_its_minute() -> None:
    one = notice()
    assert not one.runs(one.starts - timedelta(seconds=1))
    assert one.runs(one.starts)
    assert one.runs(one.ends - timedelta(seconds=1))
    assert not one.runs(one.ends)


def test_important_ones_come_first_and_of_each_the_newest() -> None:
    old, new = notice(since=3), notice(since=1)
    old_one, new_one = notice(kind=Kind.IMPORTANT, since=4), notice(kind=Kind.IMPORTANT, since=2)
    found = running([old, old_one, new, new_one, notice(since=-1, left=2)], NOON)
    assert found == (new_one, old_one, new, old)
    assert shown_on("/", found) == [new_one, old_one]


@pytest.mark.parametrize(
    ("where", "path", "stands"),
    [
        (Where.EVERYWHERE, "/", True),
        (Where.EVERYWHERE, "/privacy/", True),
        (Where.EVERYWHERE, "/worried-about-a-child/", False),
        (Where.HOME, "/", True),
        (Where.HOME, "/briefings/", False),
        (Where.PROFESSIONALS, "/briefings/unseen-men/", True),
        (Where.PROFESSIONALS, "/", False),
    ],
)
def test_notice_stands_where_it_is_for(where: Where, path: str, stands: bool) -> None:
    assert bool(shown_on(path, [notice(where=where)])) is stands


def test_next_change_is_the_first_that_comes_or_goes() -> None:
    ends, begins = notice(left=3), notice(since=-2, left=5)
    assert next_change([ends, begins], NOON) == NOON + 2 * HOUR
    assert next_change([ends, begins], NOON + 2 * HOUR) == NOON + 3 * HOUR
    assert next_change([ends, begins], NOON + 5 * HOUR) is None


def test_notice_is_true_only_of_numbers_that_are_the_boards() -> None:
    assert notice("Call +44 161 342 4101.").is_true_of(CONTACTS)
    assert notice("No number at all.").is_true_of(())
    assert not notice("Call 0161 342 4109.").is_true_of(CONTACTS)
