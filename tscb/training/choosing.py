"""What a trainer picked, in which order and for how long, read from an address.

Whatever is no part of this theme, or no longer, is left out and counted.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from tscb.common.forms import GovukForm
from tscb.training.parts import MOST, Part

CHOSEN = "chosen"  # says that the ticks are the trainer's, though none may be left
MOVES = ("up", "down", "first")
ASKS = (CHOSEN, "part", "minutes", *MOVES)
SHORTEST, LONGEST = 20, 480
WRONG_LENGTH = f"Enter how long your session is in minutes, from {SHORTEST} to {LONGEST}"


class ChoiceForm(GovukForm):
    """The two things that can be wrong: nothing picked or too much, and a length that is none."""

    mark_optional = False
    part = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one part for your session"},
    )
    minutes = forms.IntegerField(
        label="How long is your session, in minutes? (optional)",
        help_text="For example, 60. The plan then says whether it fits.",
        required=False,
        min_value=SHORTEST,
        max_value=LONGEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), WRONG_LENGTH),
    )

    def clean_part(self) -> list[str]:
        keys: list[str] = self.cleaned_data["part"]
        if len(keys) > MOST:
            raise forms.ValidationError(
                f"Tick at most {MOST} parts: {len(keys)} are more than a session holds"
            )
        return keys


class Choice:
    """`parts` in their order, `left_out` after them, and the form with what is wrong."""

    def __init__(self, parts: list[Part], asked: QueryDict) -> None:
        self._offered = {part.key: part for part in parts}
        is_own = any(name in asked for name in ASKS)
        keys = list(dict.fromkeys(asked.getlist("part"))) if is_own else list(_at_first(parts))
        self.parts = [self._offered[key] for key in keys if key in self._offered]
        self.gone = len(keys) - len(self.parts)
        self.moved = self._move(asked)
        data = {"part": [part.key for part in self.parts], "minutes": asked.get("minutes", "")}
        self.form = ChoiceForm(data if is_own else None)
        ticks: Any = self.form.fields["part"]
        ticks.choices = [(key, key) for key in self._in_order()]

    @property
    def left_out(self) -> list[Part]:
        return [part for part in self._offered.values() if part not in self.parts]

    @property
    def is_wrong(self) -> bool:
        return bool(self.form.errors)

    @property
    def length(self) -> int | None:
        """In minutes, where it was told and can be."""
        if not self.form.is_bound:
            return None
        self.form.full_clean()
        found: int | None = self.form.cleaned_data.get("minutes")
        return found

    @property
    def query(self) -> str:
        """The address of this choice, without the move that led to it."""
        keys = [("part", part.key) for part in self.parts]
        typed = self.form.data.get("minutes", "")
        return urlencode([(CHOSEN, "1"), *keys, *([("minutes", typed)] if typed else [])])

    def _in_order(self) -> list[str]:
        return [part.key for part in [*self.parts, *self.left_out]]

    def _move(self, asked: QueryDict) -> str:
        """Moves what was asked for; gives its key."""
        for name in MOVES:
            part = self._offered.get(asked.get(name, ""))
            if part in self.parts:
                at = self.parts.index(part)
                self.parts.pop(at)
                to = {"up": max(0, at - 1), "down": at + 1, "first": 0}[name]
                self.parts.insert(to, part)
                return part.key
        return ""


def _at_first(parts: list[Part]) -> Iterator[str]:
    """All that there is, or of each kind as many as a session can hold."""
    for kind, some in groupby(parts, key=lambda part: part.kind):
        yield from [part.key for part in some][: kind.ticked]
