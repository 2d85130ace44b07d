"""The parts of what was typed: words that may stand anywhere, and phrases that may not.

A review keeps the order of its words page by page only, so each phrase is looked for by itself.
Whoever types “or” mixes the parts; the question is then asked as a whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviews.search.words import tidy

SAYS_SOMETHING = re.compile(r"\w")
PART = re.compile(r"(?P<minus>-?)(?:\"(?P<quoted>[^\"]*)\"?|(?P<word>[^\s\"]+))")


@dataclass(frozen=True)
class Phrase:
    """Words whose order matters; a compound such as “non-accidental” is one too."""

    words: str  # in quotes
    unwanted: bool


@dataclass(frozen=True)
class Parts:
    words: str  # to be asked together, minus words among them
    phrases: Sequence[Phrase]
    alternatives: bool = False  # “or” stands in the question

    @property
    def wanted(self) -> list[Phrase]:
        return [phrase for phrase in self.phrases if not phrase.unwanted]

    @property
    def all_wanted(self) -> list[str]:
        """Questions all of which have to be answered."""
        if self.alternatives:
            return [self.words]
        return [self.words, *(phrase.words for phrase in self.wanted)]

    @property
    def any_wanted(self) -> str:
        """A question that whatever has one of the wanted parts answers."""
        if self.alternatives:
            return self.words
        loose = [word for word in self.words.split() if not word.startswith("-")]
        return " or ".join([*loose, *(phrase.words for phrase in self.wanted)])

    @property
    def needs_nothing(self) -> bool:
        """Whether it is said alone what must not be there."""
        return bool(self.phrases) and not self.wanted and not self.words


def parts_of(words: str) -> Parts:
    """Alternatives without a phrase have none here either: each word may stand anywhere."""
    words = tidy(words)
    found = [part for part in PART.finditer(words) if SAYS_SOMETHING.search(part[0])]
    if any((part["word"] or "").casefold() == "or" for part in found):
        phrases = [Phrase(words, False)] if any(map(_has_order, found)) else []
        return Parts(words, phrases, alternatives=True)
    phrases = [
        Phrase(f'"{_text(part)}"', bool(part["minus"])) for part in found if _has_order(part)
    ]
    return Parts(" ".join(part[0] for part in found if not _has_order(part)), phrases)


def _has_order(part: re.Match[str]) -> bool:
    return not _text(part).isalnum()


def _text(part: re.Match[str]) -> str:
    return part["word"] or part["quoted"]
