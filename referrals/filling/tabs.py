"""Two tabs, or two devices, on one page: who saves second overwrites nothing unseen.

A page carries a mark of each answer as it showed it. What one tab left as it was shown gives way
to what another one saved. Where both changed the same answer, both are kept and shown: the first
stays the answer, the second waits beside it as something typed, until the person decides.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from referrals.description.completeness import unfinished_at
from referrals.description.elements import Question
from referrals.description.places import Place, own
from referrals.description.reading import shown
from referrals.filling.filled import Filled
from tscb.common.encryption import keyed_hash

FIELD = "seen"
LENGTH = 12
Marks = Mapping[str, str]
Given = Mapping[str, Any]


def mark(value: Any) -> str:
    """The same for what is kept as for what a browser sends back: line ends and edges differ."""
    text = json.dumps(value or "", sort_keys=True).replace("\\r\\n", "\\n")
    return keyed_hash(text)[:LENGTH]


def read(posted: str) -> Marks:
    pairs = (pair.partition(":") for pair in posted.split())
    return {name: made for name, _, made in pairs}


def marks_in(request: HttpRequest) -> Marks:
    return read(request.POST.get(FIELD, ""))


def showing(filled: Filled, place: Place) -> Given:
    """What the page shows: the answers, and over them what was typed and is none yet."""
    return {**own(filled.answers, place), **unfinished_at(place, filled.unfinished)}


def marks(now: Given, names: Collection[str], typed: Given, seen: Marks) -> str:
    """For the hidden input of a page that shows `typed` again, or else what is kept.

    What it goes on showing as before keeps its earlier mark, whatever another tab has saved since.
    """
    made = {
        name: seen[name] if mark(typed.get(name)) == seen.get(name) else mark(now.get(name))
        for name in sorted(names)
    }
    return " ".join(f"{name}:{one}" for name, one in made.items())


@dataclass(frozen=True)
class Saving:
    """One tab sends `answers` and `unfinished` to a place that keeps `kept` and `waiting`."""

    kept: Given
    waiting: Given
    answers: Given
    unfinished: Given
    seen: Marks

    def typed(self, name: str) -> Any:
        return self.unfinished.get(name, self.answers.get(name))

    def is_typed_here(self, name: str) -> bool:
        return bool(self.typed(name)) and mark(self.typed(name)) != self.seen[name]

    def is_changed_elsewhere(self, name: str) -> bool:
        """Where nothing is kept any more, what is typed here overwrites nothing."""
        now = self.waiting.get(name, self.kept.get(name))
        if not now and self.is_typed_here(name):
            return False
        return mark(now) not in (self.seen[name], mark(self.typed(name)))

    def waits_beside(self, name: str) -> bool:
        """Typed here too, and there is a place for it beside the answer that is kept."""
        return self.is_typed_here(name) and name in self.kept and name not in self.waiting

    def settled(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The answers and the unfinished text to keep."""
        changed = {name for name in self.seen if self.is_changed_elsewhere(name)}
        second = {name: self.typed(name) for name in changed if self.waits_beside(name)}
        answers = taking_over(self.answers, self.kept, changed)
        return answers, taking_over(self.unfinished, self.waiting, changed) | second


def taking_over(given: Given, other: Given, names: Collection[str]) -> dict[str, Any]:
    mine = {name: value for name, value in given.items() if name not in names}
    return mine | {name: other[name] for name in names if name in other}


def untaken(now: Given, typed: Given, seen: Marks) -> dict[str, Any]:
    """What was typed in this tab and is kept nowhere: a page has to show it again."""
    changed = {name: typed[name] for name in seen if typed.get(name)}
    return {
        name: value
        for name, value in changed.items()
        if mark(value) not in (seen[name], mark(now.get(name)))
    }


def saved_elsewhere(
    filled: Filled, place: Place, questions: Collection[Question], again: Given
) -> list[tuple[str, str]]:
    """Label and text of each version that is kept beside the one that the page shows."""
    kept, waiting = own(filled.answers, place), unfinished_at(place, filled.unfinished)
    found = []
    for question in questions:
        if question.name in kept and (question.name in waiting or question.name in again):
            found.append((question.label, shown(question, kept[question.name])))
        if question.name in waiting and question.name in again:
            found.append((question.label, as_typed(waiting[question.name])))
    return found


def as_typed(value: Any) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)
