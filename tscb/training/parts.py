"""What a session is put together from: one part is one thing to read, hear or talk through."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import Truncator

from tscb.common.typesetting import blocks

WORDS_IN_A_LIST, LETTERS_IN_A_LIST = 16, 200  # of a part that has no title of its own


@dataclass(frozen=True)
class Kind:
    """`minutes` a part of it takes; how many are `offered`, newest first, and `ticked` at first."""

    key: str
    name: str
    minutes: int
    offered: int
    ticked: int


BRIEFING = Kind("briefing", "7 minute briefing", minutes=15, offered=12, ticked=4)
LESSON = Kind("lesson", "Lesson of a review", minutes=4, offered=60, ticked=16)
SCENARIO = Kind("scenario", "Case scenario", minutes=20, offered=12, ticked=4)
RESEARCH = Kind("research", "Message from research", minutes=4, offered=12, ticked=6)
RESOURCE = Kind("resource", "Training and resources", minutes=1, offered=12, ticked=6)
KINDS = (BRIEFING, LESSON, SCENARIO, RESEARCH, RESOURCE)  # in the order of a session at first
MOST = 40


@dataclass(frozen=True)
class Part:
    """`row` is what it was read from. `source` says whose it is, `address` where it stands."""

    kind: Kind
    row: Any
    title: str
    text: str
    source: str
    address: str
    is_sample: bool

    @property
    def key(self) -> str:
        """Its name in an address: a number, and never words."""
        return f"{self.kind.key}-{self.row.pk}"


def in_short(text: str) -> str:
    """The beginning of a text without its markup."""
    words = Truncator(_words(blocks(text))).words(WORDS_IN_A_LIST, truncate=" …")
    return Truncator(words).chars(LETTERS_IN_A_LIST)


def _words(found: list[dict[str, Any]]) -> str:
    return " ".join(
        " ".join(map(_words, one["items"]))
        if one["kind"] == "list"
        else "".join(run["text"] for run in one["runs"])
        for one in found
    )
