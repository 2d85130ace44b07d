"""How long a briefing is, in words and in minutes: it is read aloud to a team."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Any

# Speech to a group runs at 130 to 150 words a minute, slower than silent reading (200 and more).
# Seven minutes are then 980 words; boards reckon with 900 to 1,000. On paper 350 to 600 are usual.
WORDS_A_MINUTE = 140
MINUTES = 7
TOO_LONG = "That is more than seven minutes: shorten it."
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")  # of a link, its words are read and not its address


@dataclass(frozen=True)
class Length:
    words: int

    @property
    def minutes(self) -> int:
        return ceil(self.words / WORDS_A_MINUTE)

    @property
    def is_too_long(self) -> bool:
        return self.words > MINUTES * WORDS_A_MINUTE

    def __str__(self) -> str:
        words = f"{self.words:,} word{'' if self.words == 1 else 's'}"
        minutes = f"about {self.minutes} minute{'' if self.minutes == 1 else 's'}"
        return f"{words}, {minutes}" if self.words else words


def length_of(*texts: str) -> Length:
    """Of texts in the small markup; a word is what holds a letter or a digit."""
    words = (word for text in texts for word in LINK.sub(r"\1", text).split())
    return Length(sum(any(map(str.isalnum, word)) for word in words))


def length_of_briefing(briefing: Any) -> Length:
    """All that is read out: overview, sections with their headings, questions."""
    return length_of(briefing.overview, *_parts(briefing))


def _parts(briefing: Any) -> Iterable[str]:
    for section in briefing.sections.all():
        if section.text:
            yield from (section.heading, section.text)
    for question in briefing.questions.all():
        yield question.text
