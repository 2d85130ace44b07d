"""Finding given words in whatever a version holds, and putting a mark in their place."""

import re
import unicodedata
from typing import Any

REMOVED, REMOVED_FROM_ADDRESS = "[removed]", "removed"


def pattern_of(words: str) -> re.Pattern[str]:
    """One word or phrase a line, as whole words, in capitals or not, over any blanks between."""
    listed = {line.strip() for line in words.splitlines() if line.strip()}
    forms = {unicodedata.normalize(form, line) for line in listed for form in ("NFC", "NFD")}
    longest_first = sorted(forms, key=len, reverse=True)
    phrases = (r"[\s_-]+".join(map(re.escape, re.split(r"[\s_-]+", one))) for one in longest_first)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(phrases)})(?![^\W_])", re.IGNORECASE)


def without(said: Any, pattern: re.Pattern[str], mark: str = REMOVED) -> tuple[Any, int]:
    """The same without the words, however deep they stand, and how many there were."""
    if isinstance(said, str):
        return pattern.subn(mark, said)
    if isinstance(said, dict):
        marks = {key: REMOVED_FROM_ADDRESS if key == "slug" else mark for key in said}
        cleared = {key: without(value, pattern, marks[key]) for key, value in said.items()}
        return {key: one for key, (one, _) in cleared.items()}, sum(n for _, n in cleared.values())
    if isinstance(said, list | tuple):
        listed = [without(value, pattern, mark) for value in said]
        return [one for one, _ in listed], sum(count for _, count in listed)
    return said, 0
