"""Radios and checkboxes whose choices may each have a hint."""

from collections.abc import Collection
from typing import Any

from django.forms.widgets import CheckboxSelectMultiple, RadioSelect


class HintsMixin:
    """`hints`: value of a choice → sentence below it. `inline`: side by side on wide screens."""

    def __init__(
        self, *args: Any, hints: dict[str, str] | None = None, inline: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.hints = {str(value): hint for value, hint in (hints or {}).items()}
        self.inline = inline


class Radios(HintsMixin, RadioSelect):
    pass


class Checkboxes(HintsMixin, CheckboxSelectMultiple):
    """`alone`: values that rule out all others, such as “None of these”."""

    def __init__(self, *args: Any, alone: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alone = frozenset(alone)
