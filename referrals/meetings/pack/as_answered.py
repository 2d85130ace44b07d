"""Questions and answers of a form, as the papers lay them out."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from referrals.description.elements import Kind
from referrals.description.reading import Passage
from referrals.meetings.pack.sections import Pair, Section

NOT_ANSWERED = "Not answered"


def part_by_part(read: Iterable[Passage], level: int = 2) -> Iterator[Section]:
    """A part has a heading of its own, unless its first passage is called the same."""
    for part, belonging in groupby(read, key=lambda passage: passage.part):
        several = list(belonging)
        if several[0].title != part.title:
            yield Section(part.title, level=level)
        for passage in several:
            below = 0 if passage.title == part.title else 1
            yield as_answered(passage, level + below)


def as_answered(passage: Passage, level: int) -> Section:
    pairs = tuple(
        Pair(row.key, row.value or NOT_ANSWERED, row.question.kind == Kind.TEXTAREA)
        for row in passage.rows
    )
    return Section(passage.title, pairs, () if pairs else ("None given.",), level=level)
